using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads the 'fmt ' chunk of a WAV file, WAVE_FORMAT_EXTENSIBLE included.</summary>
internal static class WavFormatChunk
{
    private const int Pcm = 0x0001;
    private const int IeeeFloat = 0x0003;
    private const int ALaw = 0x0006;
    private const int MuLaw = 0x0007;
    private const int Extensible = 0xFFFE;
    private const int ExtensibleLength = 40;

    /// <summary>What follows the two-byte format code in every KSDATAFORMAT_SUBTYPE GUID.</summary>
    internal static ReadOnlySpan<byte> SubFormatTail => [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];

    public static RawAudioFormat Read(ByteSource source, uint size, bool bigEndian)
    {
        Span<byte> chunk = stackalloc byte[ExtensibleLength];
        chunk = chunk[..source.Read(chunk[..(int)Math.Min(size, ExtensibleLength)])];
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
        SampleEncoding encoding = Encoding(source.Name, code, bits);
        CheckBlockLength(source.Name, blockLength, channels, encoding);
        return new RawAudioFormat { SampleRate = (int)rate, ChannelCount = channels, Encoding = encoding, BigEndian = bigEndian };
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
        (IeeeFloat, 32) => SampleEncoding.Ieee32,
        (IeeeFloat, 64) => SampleEncoding.Ieee64,
        (ALaw, 8) => SampleEncoding.ALaw,
        (MuLaw, 8) => SampleEncoding.MuLaw,
        (Pcm or IeeeFloat or ALaw or MuLaw, _) => throw new AudioFormatException(
            $"{name}: the header says {bits} bits per sample for WAV format code {code}; expected 8, 16, 24 or 32 (PCM), 32 or 64 (float), 8 (A-law, mu-law)."),
        _ => throw new UnsupportedEncodingException($"WAV format code 0x{code:X4}"),
    };

    private static void CheckBlockLength(string name, int blockLength, int channels, SampleEncoding encoding)
    {
        int expected = channels * encoding.ByteCount();
        if (blockLength != 0 && blockLength != (ushort)expected)
        {
            throw new AudioFormatException(
                $"{name}: the header says {blockLength} bytes per block; {channels} channels of {encoding} make {expected}.");
        }
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
