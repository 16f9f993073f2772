namespace EmoHRNet.Audio.Formats;

/// <summary>Collects bytes whose number is known only at the end, and is reused.</summary>
internal sealed class GrowingBuffer
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    /// <summary>What was collected; valid until the buffer changes.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + bytes.Length, 2 * _bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }
}
