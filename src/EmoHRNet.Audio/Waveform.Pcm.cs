using System.Buffers.Binary;
using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio;

public sealed partial class Waveform
{
    /// <summary>Creates a waveform from mono 16-bit samples; full scale is 32,768.</summary>
    /// <param name="sampleRate">Samples per second, 1 to 768,000.</param>
    /// <param name="samples">The samples; copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is out of range.</exception>
    public static Waveform FromPcm16(int sampleRate, ReadOnlySpan<short> samples)
    {
        float[] scaled = new float[samples.Length];
        IntegerSamples.FromInt16(samples, scaled);
        return new Waveform(sampleRate, scaled);
    }

    /// <summary>Creates a waveform from mono 16-bit little-endian PCM, the format of recorders and telephony.</summary>
    /// <inheritdoc cref="FromPcm16(int, ReadOnlySpan{short})" path="/*[not(self::param)]"/>
    /// <param name="sampleRate">Samples per second, 1 to 768,000.</param>
    /// <param name="bytes">Two bytes per sample; copied.</param>
    /// <exception cref="ArgumentException">The number of bytes is odd.</exception>
    public static Waveform FromPcm16(int sampleRate, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(short) != 0)
        {
            throw new ArgumentException($"Found {bytes.Length} bytes; expected two for every sample.", nameof(bytes));
        }

        short[] samples = new short[bytes.Length / sizeof(short)];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(sizeof(short) * i)..]);
        }

        return FromPcm16(sampleRate, samples);
    }
}
