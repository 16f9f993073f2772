namespace EmoHRNet.TestSupport;

/// <summary>Harmonics that fall by 6 dB an octave, through four resonances: what a voice is made of, with everything about it known.</summary>
public static class SyntheticVoice
{
    public const int Rate = 16_000;

    /// <summary>One vowel, held.</summary>
    public static float[] Vowel(double pitch, double seconds) => Create(seconds, 1, _ => (pitch, 600, 1_200, 1));

    /// <summary>Four syllables a second of wandering vowels, as they sound when played at a multiple of their speed.</summary>
    public static float[] Speech(double seconds, double speed = 1) => Create(seconds, speed, time =>
    {
        double Wave(double frequency) => Math.Sin(2 * Math.PI * frequency * time);
        return (180 * (1 + (0.15 * Wave(0.7))), 500 + (250 * Wave(2.3)), 1_500 + (800 * Wave(1.7)), 0.1 + (0.9 * Math.Abs(Wave(2))));
    });

    private static float[] Create(double seconds, double speed, Func<double, (double Pitch, double First, double Second, double Level)> voice)
    {
        float[] samples = new float[(int)(seconds * Rate)];
        double phase = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            (double pitch, double first, double second, double level) = voice(speed * i / Rate);
            phase += 2 * Math.PI * speed * pitch / Rate;
            for (int harmonic = 1; speed * harmonic * pitch < 0.45 * Rate; harmonic++)
            {
                double f = harmonic * pitch;
                double gain = Resonance(f, first) + (0.5 * Resonance(f, second)) + (0.3 * Resonance(f, 2_600)) + (0.2 * Resonance(f, 3_600));
                samples[i] += (float)(0.2 * level * gain / harmonic * Math.Sin(harmonic * phase));
            }
        }

        return samples;
    }

    private static double Resonance(double frequency, double center) => 1 / (1 + Math.Pow((frequency - center) / (0.12 * center), 2));
}
