using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Random samples with the bytes that store them, made without the library's own conversion.</summary>
internal sealed record StoredSamples(byte[] Bytes, float[] Values)
{
    public static StoredSamples Random(SampleEncoding encoding, int count, bool bigEndian = false, int seed = 7)
    {
        Random random = new(seed);
        byte[][] bytes = new byte[count][];
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            (bytes[i], values[i]) = One(encoding, random);
            if (bigEndian)
            {
                Array.Reverse(bytes[i]);
            }
        }

        return new StoredSamples([.. bytes.SelectMany(b => b)], values);
    }

    private static (byte[] Bytes, float Value) One(SampleEncoding encoding, Random random)
    {
        int integer = random.Next(int.MinValue, int.MaxValue);
        double real = (random.NextDouble() * 2) - 1;
        return encoding switch
        {
            SampleEncoding.Pcm8 => ([(byte)((integer >> 24) + 128)], (integer >> 24) / 128f),
            SampleEncoding.SignedPcm8 => ([(byte)(integer >> 24)], (integer >> 24) / 128f),
            SampleEncoding.Pcm16 => (BitConverter.GetBytes((short)(integer >> 16)), (integer >> 16) / 32768f),
            SampleEncoding.Pcm24 => (BitConverter.GetBytes(integer >> 8)[..3], (integer >> 8) / 8388608f),
            SampleEncoding.Pcm32 => (BitConverter.GetBytes(integer), (float)(integer / 2147483648.0)),
            SampleEncoding.Ieee32 => (BitConverter.GetBytes((float)real), (float)real),
            SampleEncoding.Ieee64 => (BitConverter.GetBytes(real), (float)real),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };
    }
}
