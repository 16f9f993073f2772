using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>
/// Finds out how many bytes of samples a WAV file holds. Recorders that write to a pipe, or that crashed, leave a size that means "until the
/// end"; which one differs from writer to writer.
/// </summary>
/// <param name="source">The file, at the first sample when <see cref="Decide"/> is called.</param>
/// <param name="riffSize">The size of the whole file as stated in its first bytes.</param>
internal sealed class WavDataSize(ByteSource source, uint riffSize)
{
    private const uint SizeIn64Bits = uint.MaxValue;

    /// <summary>Placeholders are the largest numbers of 31 or 32 bits, minus a header or a buffer.</summary>
    private const uint PlaceholderRange = 64 * 1024;

    private long? _size64;

    /// <summary>Where the file ends according to its first bytes, counted as <see cref="ByteSource.Position"/> is.</summary>
    public long End { get; } = source.Position - 4 + riffSize;

    /// <summary>Reads the second field of ds64; the first is the size of the whole file.</summary>
    public void ReadDs64()
    {
        Span<byte> sizes = stackalloc byte[16];
        if (source.Read(sizes) < sizes.Length)
        {
            throw new AudioFormatException($"{source.Name}: the RF64 file ends inside its 'ds64' chunk; it is truncated.");
        }

        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(sizes[8..]);
        _size64 = size > long.MaxValue ? null : (long)size;
    }

    /// <summary>The number of bytes of samples, null for "until the end", and what had to be assumed.</summary>
    /// <param name="size">The size in the header of the 'data' chunk.</param>
    public (long? Length, string? Note) Decide(uint size)
    {
        if (size == SizeIn64Bits && _size64 is not null)
        {
            return (_size64, null);
        }

        if (size == 0)
        {
            return DecideZero();
        }

        return IsPlaceholder(size) && !(source.Remaining >= size)
            ? (null, $"The header does not state how long the recording is (it says {size} bytes); everything after it was read as samples.")
            : (size, null);
    }

    private static bool IsPlaceholder(uint size) =>
        size >= uint.MaxValue - PlaceholderRange || size is > (uint)int.MaxValue - PlaceholderRange and <= (uint)int.MaxValue + PlaceholderRange;

    /// <summary>An interrupted recorder leaves 0 before real samples; an empty recording may have other chunks after it.</summary>
    private (long? Length, string? Note) DecideZero()
    {
        bool isUnfinished = 8L + riffSize <= source.Position;
        ReadOnlySpan<byte> next = source.Peek(8);
        if (next.IsEmpty || (!isUnfinished && WavChunkName.IsChunk(next, source.Remaining)))
        {
            return (0, null);
        }

        return (null, "The header says that the recording is empty, but bytes follow; they were read as samples.");
    }
}
