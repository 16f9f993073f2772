namespace EmoHRNet.Audio.Tests.Features;

/// <summary>Synthetic signals with known properties.</summary>
internal static class TestSignal
{
    public static float[] Noise(int count, int seed = 1, float amplitude = 0.3f)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => amplitude * ((2 * random.NextSingle()) - 1))];
    }

    public static float[] Tone(double frequency, double seconds, int sampleRate = 16_000, float amplitude = 0.3f) =>
        Harmonics(_ => frequency, seconds, [amplitude], sampleRate);

    /// <summary>A harmonic tone whose pitch changes over time; one amplitude per harmonic.</summary>
    public static float[] Harmonics(Func<double, double> pitch, double seconds, float[] amplitudes, int sampleRate = 16_000)
    {
        float[] samples = new float[(int)(seconds * sampleRate)];
        double phase = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            for (int k = 0; k < amplitudes.Length; k++)
            {
                samples[i] += amplitudes[k] * (float)Math.Sin((k + 1) * phase);
            }

            phase += 2 * Math.PI * pitch((double)i / sampleRate) / sampleRate;
        }

        return samples;
    }
}
