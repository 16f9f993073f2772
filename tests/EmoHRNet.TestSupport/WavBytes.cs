using System.Text;

namespace EmoHRNet.TestSupport;

/// <summary>The smallest mono WAV files, written independently of the library.</summary>
public static class WavBytes
{
    public static byte[] Pcm16(int sampleRate, ReadOnlySpan<short> samples)
    {
        byte[] data = new byte[2 * samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            BitConverter.TryWriteBytes(data.AsSpan(2 * i), samples[i]);
        }

        return Mono(sampleRate, format: 1, bits: 16, data);
    }

    public static byte[] FloatingPoint(int sampleRate, ReadOnlySpan<float> samples)
    {
        byte[] data = new byte[4 * samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            BitConverter.TryWriteBytes(data.AsSpan(4 * i), samples[i]);
        }

        return Mono(sampleRate, format: 3, bits: 32, data);
    }

    private static byte[] Mono(int sampleRate, short format, short bits, byte[] data)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.ASCII);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write(format);
        writer.Write((short)1);
        writer.Write(sampleRate);
        writer.Write(sampleRate * bits / 8);
        writer.Write((short)(bits / 8));
        writer.Write(bits);
        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        writer.Flush();
        return stream.ToArray();
    }
}
