using System.Buffers.Binary;
using System.Text;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Builds an AIFF or AIFF-C file byte by byte, well-formed or not.</summary>
internal sealed class AiffBuilder
{
    /// <summary>Sample rates as 80-bit extended numbers, from the tables of the AIFF specification and of SANE.</summary>
    public static readonly byte[] Rate44100 = [0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0];
    public static readonly byte[] Rate8000 = [0x40, 0x0B, 0xFA, 0, 0, 0, 0, 0, 0, 0];

    private readonly List<byte> _chunks = [];

    /// <summary>The four letters of the AIFF-C compression; null for plain AIFF.</summary>
    public string? Compression { get; init; }

    public AiffBuilder Common(int channels, int frames, int bits, byte[]? rate = null)
    {
        byte[] fixedPart = new byte[8];
        BinaryPrimitives.WriteUInt16BigEndian(fixedPart, (ushort)channels);
        BinaryPrimitives.WriteInt32BigEndian(fixedPart.AsSpan(2), frames);
        BinaryPrimitives.WriteUInt16BigEndian(fixedPart.AsSpan(6), (ushort)bits);
        return Chunk("COMM", [.. fixedPart, .. rate ?? Rate8000, .. Compression is null ? [] : Encoding.ASCII.GetBytes(Compression + "\u0003abc")]);
    }

    public AiffBuilder Sound(byte[] data, uint? size = null, int offset = 0) =>
        Chunk("SSND", [0, 0, 0, (byte)offset, 0, 0, 0, 0, .. new byte[offset], .. data], size);

    public AiffBuilder Chunk(string id, byte[] content, uint? size = null)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, size ?? (uint)content.Length);
        _chunks.AddRange([.. Encoding.ASCII.GetBytes(id), .. length, .. content]);
        if (content.Length % 2 == 1)
        {
            _chunks.Add(0);
        }

        return this;
    }

    public byte[] Build()
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, 4 + _chunks.Count);
        return [.. "FORM"u8, .. length, .. Encoding.ASCII.GetBytes(Compression is null ? "AIFF" : "AIFC"), .. _chunks];
    }
}
