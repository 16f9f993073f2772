namespace EmoHRNet.Audio.Tests.Features.Articulation;

/// <summary>Synthesizes vowels with known formants, periods and amplitudes: every glottal pulse excites the same resonances.</summary>
internal static class Vowel
{
    public static readonly (double Frequency, double Bandwidth)[] A = [(730, 80), (1090, 90), (2440, 120), (3400, 150), (4500, 200)];

    public static readonly (double Frequency, double Bandwidth)[] I = [(270, 60), (2290, 100), (3010, 120), (3700, 150), (4500, 200)];

    public static readonly (double Frequency, double Bandwidth)[] U = [(300, 60), (870, 80), (2240, 120), (3300, 150), (4400, 200)];

    public static readonly (double Frequency, double Bandwidth)[] Schwa = [(500, 70), (1500, 90), (2500, 120), (3500, 150), (4500, 200)];

    public static (double Frequency, double Bandwidth)[] Named(string name) => name switch
    {
        "a" => A,
        "i" => I,
        "u" => U,
        "schwa" => Schwa,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>A voiced cascade of resonators (Klatt, 1980): pulses through the low-pass of the glottis, radiated by the lips.</summary>
    public static float[] Cascade((double Frequency, double Bandwidth)[] formants, double pitch, double seconds, int sampleRate = 16_000)
    {
        double[] samples = new double[(int)(seconds * sampleRate)];
        for (double pulse = 0; pulse < samples.Length; pulse += sampleRate / pitch)
        {
            samples[(int)pulse] = 1;
        }

        return Filter(formants, samples, sampleRate);
    }

    /// <summary>The cascade of the glottis (-12 dB per octave from 100 Hz), the formants, and the lips (6 dB per octave).</summary>
    public static float[] Filter((double Frequency, double Bandwidth)[] formants, double[] samples, int sampleRate = 16_000)
    {
        foreach ((double frequency, double bandwidth) in formants.Prepend((0, 100.0)))
        {
            double radius = Math.Exp(-Math.PI * bandwidth / sampleRate);
            (double b, double c) = (2 * radius * Math.Cos(2 * Math.PI * frequency / sampleRate), -radius * radius);
            (double last, double beforeLast) = (0, 0);
            for (int i = 0; i < samples.Length; i++)
            {
                double value = ((1 - b - c) * samples[i]) + (b * last) + (c * beforeLast);
                (samples[i], beforeLast, last) = (value, last, value);
            }
        }

        for (int i = samples.Length - 1; i > 0; i--)
        {
            samples[i] -= samples[i - 1];
        }

        double peak = samples.Max(Math.Abs);
        return [.. samples.Select(s => (float)(0.5 * s / peak))];
    }

    /// <summary>A sum of decaying resonances that starts anew at every pulse, at exact times between samples.</summary>
    /// <param name="period">The length of a period in seconds, by its index.</param>
    /// <param name="amplitude">The amplitude of a period, by its index.</param>
    /// <param name="seconds">The duration in seconds.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public static float[] Pulses(Func<int, double> period, Func<int, double> amplitude, double seconds, int sampleRate = 16_000)
    {
        float[] samples = new float[(int)(seconds * sampleRate)];
        double start = 0.001;
        for (int index = 0; start < seconds; start += period(index++))
        {
            for (int i = (int)Math.Ceiling(start * sampleRate); i < samples.Length && i < (start + 0.05) * sampleRate; i++)
            {
                double t = ((double)i / sampleRate) - start;
                double response = (Math.Exp(-Math.PI * 150 * t) * Math.Sin(2 * Math.PI * 600 * t))
                    + (0.4 * Math.Exp(-Math.PI * 200 * t) * Math.Sin(2 * Math.PI * 1500 * t));
                samples[i] += (float)(0.3 * amplitude(index) * response);
            }
        }

        return samples;
    }
}
