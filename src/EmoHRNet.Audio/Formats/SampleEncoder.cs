using System.Globalization;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Formats;

/// <summary>Converts floats in [-1, 1] to little-endian stored samples.</summary>
internal static class SampleEncoder
{
    public static void Encode(ReadOnlySpan<float> samples, SampleEncoding encoding, Span<byte> destination)
    {
        if (encoding == SampleEncoding.Pcm16)
        {
            Span<short> words = MemoryMarshal.Cast<byte, short>(destination);
            for (int i = 0; i < samples.Length; i++)
            {
                words[i] = (short)Math.Clamp(MathF.Round(samples[i] * 32768), short.MinValue, short.MaxValue);
            }
        }
        else
        {
            MemoryMarshal.AsBytes(samples).CopyTo(destination);
        }

        if (!BitConverter.IsLittleEndian)
        {
            ByteOrder.Swap(destination, encoding.ByteCount());
        }
    }

    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static void ThrowIfNotFinite(Waveform waveform)
    {
        for (int c = 0; c < waveform.ChannelCount; c++)
        {
            ReadOnlySpan<float> samples = waveform.Channel(c);
            for (int i = 0; i < samples.Length; i++)
            {
                if (!float.IsFinite(samples[i]))
                {
                    string found = samples[i].ToString(CultureInfo.InvariantCulture);
                    throw new ArgumentException($"Sample {i} of channel {c} is {found}, which 16 bits cannot store; save it as floating point.");
                }
            }
        }
    }
}
