namespace EmoHRNet.Audio.Augmentation.Noise;

/// <summary>Mains hum: 50 or 60 Hz and nine harmonics, whose mean amplitude is inversely proportional to their number.</summary>
/// <remarks>The frequency is within 0.2% of the nominal one, as in real networks; the phase and strength of each harmonic are random.</remarks>
public sealed class MainsHum : INoiseSource
{
    private const int HarmonicCount = 10;
    private const double MaximumDeviation = 0.002;

    private static ReadOnlySpan<int> Nominal => [50, 60];

    /// <inheritdoc/>
    public void Fill(Span<float> noise, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        noise.Clear();
        double fundamental = Nominal[random.Next(Nominal.Length)] * (1 + (MaximumDeviation * ((2 * random.NextDouble()) - 1)));
        for (int harmonic = 1; harmonic <= HarmonicCount; harmonic++)
        {
            double step = 2 * Math.PI * fundamental * harmonic / sampleRate;
            double phase = 2 * Math.PI * random.NextDouble();
            double amplitude = 2 * random.NextDouble() / harmonic;
            if (step >= Math.PI)
            {
                continue;
            }

            for (int i = 0; i < noise.Length; i++)
            {
                noise[i] += (float)(amplitude * Math.Sin((step * i) + phase));
            }
        }
    }
}
