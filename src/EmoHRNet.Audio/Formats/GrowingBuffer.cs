namespace EmoHRNet.Audio.Formats;

/// <summary>A reusable buffer that grows as bytes are appended.</summary>
internal sealed class GrowingBuffer
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    /// <summary>The appended bytes; valid until the buffer changes.</summary>
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
