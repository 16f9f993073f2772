using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>The 'fmt ' chunk of a WAV file, WAVE_FORMAT_EXTENSIBLE included.</summary>
/// <param name="Format">The layout of the samples.</param>
/// <param name="Blocks">How blocks of samples are coded, or null.</param>
/// <param name="Notes">What had to be assumed.</param>
internal sealed record WavFormatChunk(RawAudioFormat Format, BlockCoding? Blocks, IReadOnlyList<string> Notes)
{
    private const int Pcm = 0x0001;
    private const int IeeeFloat = 0x0003;
    private const int ALaw = 0x0006;
    private const int MuLaw = 0x0007;
    private const int Extensible = 0xFFFE;
    private const int ExtensibleLength = 40;
    private const int MaximumLength = 256;

    /// <summary>The bytes after the two-byte format code in every KSDATAFORMAT_SUBTYPE GUID.</summary>
    internal static ReadOnlySpan<byte> SubFormatTail => [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];

    /// <summary>Whether these may be 24-bit samples in 4 bytes, left- or right-justified, which only the samples themselves show.</summary>
    public bool Is24In32 { get; private init; }

    public static WavFormatChunk Read(ByteSource source, uint size, bool bigEndian)
    {
        Span<byte> chunk = stackalloc byte[MaximumLength];
        chunk = chunk[..source.Read(chunk[..(int)Math.Min(size, MaximumLength)])];
        if (chunk.Length < 16)
        {
            throw new AudioFormatException($"{source.Name}: the 'fmt ' chunk of the WAV file has {chunk.Length} bytes; expected at least 16.");
        }

        int code = UInt16(chunk, bigEndian);
        int channels = UInt16(chunk[2..], bigEndian);
        uint rate = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int blockLength = UInt16(chunk[12..], bigEndian);
        int bits = UInt16(chunk[14..], bigEndian);
        if (code == Extensible)
        {
            code = SubFormat(source.Name, chunk, bigEndian);
        }

        AudioHeader.CheckShape(source.Name, channels, rate);
        RawAudioFormat format = new() { SampleRate = (int)rate, ChannelCount = channels, BigEndian = bigEndian };
        if (WavBlockCoding.Read(source.Name, code, channels, blockLength, chunk, bigEndian) is { } blocks)
        {
            return new WavFormatChunk(format with { Encoding = SampleEncoding.Pcm16 }, blocks, []);
        }

        SampleEncoding encoding = Encoding(source.Name, code, bits);
        return new WavFormatChunk(format with { Encoding = encoding }, null, BlockNotes(blockLength, channels, encoding))
        {
            Is24In32 = encoding == SampleEncoding.Pcm24 && blockLength == 4 * channels,
        };
    }

    private static int SubFormat(string name, ReadOnlySpan<byte> chunk, bool bigEndian)
    {
        if (chunk.Length < ExtensibleLength)
        {
            throw new AudioFormatException(
                $"{name}: the extensible 'fmt ' chunk of the WAV file has {chunk.Length} bytes; expected {ExtensibleLength}.");
        }

        return chunk[26..40].SequenceEqual(SubFormatTail)
            ? UInt16(chunk[24..], bigEndian)
            : throw new UnsupportedEncodingException($"WAV sub-format {new Guid(chunk[24..40])}");
    }

    /// <summary>PCM of 9 to 16 bits is left-justified in 2 bytes, and so on, so the container alone decides.</summary>
    private static SampleEncoding Encoding(string name, int code, int bits) => (code, bits) switch
    {
        (Pcm, >= 1 and <= 8) => SampleEncoding.Pcm8,
        (Pcm, >= 9 and <= 16) => SampleEncoding.Pcm16,
        (Pcm, >= 17 and <= 24) => SampleEncoding.Pcm24,
        (Pcm, >= 25 and <= 32) => SampleEncoding.Pcm32,
        (Pcm, >= 57 and <= 64) => SampleEncoding.Pcm64,
        (IeeeFloat, 32) => SampleEncoding.Ieee32,
        (IeeeFloat, 64) => SampleEncoding.Ieee64,
        (ALaw, 8) => SampleEncoding.ALaw,
        (MuLaw, 8) => SampleEncoding.MuLaw,
        (Pcm or IeeeFloat or ALaw or MuLaw, _) => throw new AudioFormatException(
            $"{name}: the header says {bits} bits per sample for WAV format code {code}; expected 8, 16, 24, 32 or 64 (PCM), 32 or 64 (float), 8 (A-law, mu-law)."),
        _ => throw new UnsupportedEncodingException($"WAV format code 0x{code:X4}"),
    };

    /// <summary>Some recorders count bits, or one channel, or write 1, so the length of a block is computed from channels and bits.</summary>
    private static string[] BlockNotes(int blockLength, int channels, SampleEncoding encoding)
    {
        int expected = channels * encoding.ByteCount();
        return blockLength == 0 || blockLength == (ushort)expected
            ? []
            : [$"The header says {blockLength} bytes per block; {expected} were assumed, which {channels} channels of {encoding} make."];
    }

    internal static int UInt16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
