using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Formats;

/// <summary>Converts stored samples to floats in [-1, 1].</summary>
internal static class SampleDecoder
{
    /// <summary>Decodes samples; big-endian ones are swapped in place first.</summary>
    /// <param name="bytes">The stored samples, as many as <paramref name="destination"/> has room for.</param>
    /// <param name="encoding">How one sample is stored.</param>
    /// <param name="bigEndian">Whether the most significant byte comes first.</param>
    /// <param name="destination">Receives the samples.</param>
    public static void Decode(Span<byte> bytes, SampleEncoding encoding, bool bigEndian, Span<float> destination)
    {
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            ByteOrder.Swap(bytes, encoding.ByteCount());
        }

        switch (encoding)
        {
            case SampleEncoding.Pcm8:
                IntegerSamples.FromUInt8(bytes, destination);
                break;
            case SampleEncoding.SignedPcm8:
                IntegerSamples.FromInt8(MemoryMarshal.Cast<byte, sbyte>(bytes), destination);
                break;
            case SampleEncoding.Pcm16:
                IntegerSamples.FromInt16(MemoryMarshal.Cast<byte, short>(bytes), destination);
                break;
            case SampleEncoding.Pcm24:
                IntegerSamples.FromInt24(bytes, destination);
                break;
            case SampleEncoding.Pcm32:
                IntegerSamples.FromInt32(MemoryMarshal.Cast<byte, int>(bytes), destination);
                break;
            case SampleEncoding.Pcm24In32:
                IntegerSamples.FromLower24(MemoryMarshal.Cast<byte, int>(bytes), destination);
                break;
            case SampleEncoding.Pcm64:
                IntegerSamples.FromInt64(MemoryMarshal.Cast<byte, long>(bytes), destination);
                break;
            case SampleEncoding.Ieee32:
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(destination);
                break;
            case SampleEncoding.Ieee64:
                FromDouble(MemoryMarshal.Cast<byte, double>(bytes), destination);
                break;
            case SampleEncoding.ALaw:
                FromTable(bytes, G711.ALaw, destination);
                break;
            case SampleEncoding.MuLaw:
                FromTable(bytes, G711.MuLaw, destination);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not a sample encoding.");
        }
    }

    private static void FromDouble(ReadOnlySpan<double> samples, Span<float> destination)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            destination[i] = (float)samples[i];
        }
    }

    private static void FromTable(ReadOnlySpan<byte> codes, float[] table, Span<float> destination)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            destination[i] = table[codes[i]];
        }
    }
}
