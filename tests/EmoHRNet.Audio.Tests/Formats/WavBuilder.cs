using System.Buffers.Binary;
using System.Text;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Builds a WAV file byte by byte, well-formed or not.</summary>
internal sealed class WavBuilder
{
    private readonly List<byte> _chunks = [];

    public string Magic { get; init; } = "RIFF";

    /// <summary>The file size to state; null for the true one.</summary>
    public uint? RiffSize { get; init; }

    private bool BigEndian => Magic == "RIFX";

    public WavBuilder Format(int code, int channels, int rate, int bits, int? blockLength = null, byte[]? extension = null)
    {
        int block = blockLength ?? channels * ((bits + 7) / 8);
        return Chunk("fmt ",
        [
            .. UInt16(code), .. UInt16(channels), .. UInt32((uint)rate), .. UInt32((uint)(rate * block)), .. UInt16(block), .. UInt16(bits),
            .. extension ?? [],
        ]);
    }

    public WavBuilder Extensible(int code, int channels, int rate, int bits, int validBits) => Format(
        0xFFFE, channels, rate, bits, null,
        [.. UInt16(22), .. UInt16(validBits), .. UInt32(0), .. UInt16(code), 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]);

    public WavBuilder Data(byte[] content, uint? size = null) => Chunk("data", content, size);

    public WavBuilder Chunk(string id, byte[] content, uint? size = null, bool padded = true)
    {
        _chunks.AddRange([.. Encoding.ASCII.GetBytes(id), .. UInt32(size ?? (uint)content.Length), .. content]);
        if (padded && content.Length % 2 == 1)
        {
            _chunks.Add(0);
        }

        return this;
    }

    public byte[] Build() => [.. Encoding.ASCII.GetBytes(Magic), .. UInt32(RiffSize ?? (uint)(4 + _chunks.Count)), .. "WAVE"u8, .. _chunks];

    private byte[] UInt16(int value)
    {
        byte[] bytes = new byte[2];
        (BigEndian ? (Action<Span<byte>, ushort>)BinaryPrimitives.WriteUInt16BigEndian : BinaryPrimitives.WriteUInt16LittleEndian)(bytes, (ushort)value);
        return bytes;
    }

    private byte[] UInt32(uint value)
    {
        byte[] bytes = new byte[4];
        (BigEndian ? (Action<Span<byte>, uint>)BinaryPrimitives.WriteUInt32BigEndian : BinaryPrimitives.WriteUInt32LittleEndian)(bytes, value);
        return bytes;
    }
}
