using System.Buffers.Binary;
using System.Text;

namespace EmoHRNet.Audio.Formats;

/// <summary>The 'COMM' chunk of an AIFF or AIFF-C file: the layout and the number of samples.</summary>
/// <param name="Format">The layout of the samples.</param>
/// <param name="SampleFrameCount">The number of samples of each channel.</param>
internal sealed record AiffCommonChunk(RawAudioFormat Format, uint SampleFrameCount)
{
    private const int PlainLength = 18;
    private const int CompressedLength = 22;

    public static AiffCommonChunk Read(ByteSource source, uint size, bool compressed)
    {
        Span<byte> chunk = stackalloc byte[CompressedLength];
        chunk = chunk[..source.Read(chunk[..(int)Math.Min(size, CompressedLength)])];
        int expected = compressed ? CompressedLength : PlainLength;
        if (chunk.Length < expected)
        {
            throw new AudioFormatException($"{source.Name}: the 'COMM' chunk of the AIFF file has {chunk.Length} bytes; expected {expected}.");
        }

        int channels = BinaryPrimitives.ReadUInt16BigEndian(chunk);
        uint frames = BinaryPrimitives.ReadUInt32BigEndian(chunk[2..]);
        int bits = BinaryPrimitives.ReadUInt16BigEndian(chunk[6..]);
        double rate = ExtendedFloat.Read(chunk[8..18]);
        string compression = compressed ? Encoding.Latin1.GetString(chunk[18..22]) : "NONE";

        AudioHeader.CheckShape(source.Name, channels, rate);
        (SampleEncoding encoding, bool bigEndian) = Decide(source.Name, compression, bits);
        RawAudioFormat format = new()
        {
            SampleRate = (int)Math.Round(rate),
            ChannelCount = channels,
            Encoding = encoding,
            BigEndian = bigEndian,
        };
        return new AiffCommonChunk(format, frames);
    }

    private static (SampleEncoding Encoding, bool BigEndian) Decide(string name, string compression, int bits) => compression switch
    {
        "NONE" or "twos" => (Integer(name, bits), true),
        "sowt" => (Integer(name, bits), false),
        "in24" => (SampleEncoding.Pcm24, true),
        "in32" => (SampleEncoding.Pcm32, true),
        "fl32" or "FL32" => (SampleEncoding.Ieee32, true),
        "fl64" or "FL64" => (SampleEncoding.Ieee64, true),
        "alaw" or "ALAW" => (SampleEncoding.ALaw, true),
        "ulaw" or "ULAW" => (SampleEncoding.MuLaw, true),
        _ => throw new UnsupportedEncodingException($"AIFF-C compression '{Printable(compression)}'"),
    };

    /// <summary>Samples with fewer bits are left-justified in whole bytes.</summary>
    private static SampleEncoding Integer(string name, int bits) => bits switch
    {
        >= 1 and <= 8 => SampleEncoding.SignedPcm8,
        <= 16 and > 0 => SampleEncoding.Pcm16,
        <= 24 and > 0 => SampleEncoding.Pcm24,
        <= 32 and > 0 => SampleEncoding.Pcm32,
        _ => throw new AudioFormatException($"{name}: the AIFF header says {bits} bits per sample; expected 1 to 32."),
    };

    private static string Printable(string code) => string.Concat(code.Select(c => char.IsControl(c) ? '?' : c));
}
