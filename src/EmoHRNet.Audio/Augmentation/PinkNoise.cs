namespace EmoHRNet.Audio.Augmentation;

/// <summary>Noise whose power falls by 3 dB per octave, roughly like the noise of rooms, traffic and crowds.</summary>
/// <remarks>
/// White Gaussian noise through seven first-order filters in parallel, P. Kellet's "refined" weights: within 0.05 dB of 1/f from about
/// 1/5000 of the sample rate up to half of it.
/// </remarks>
public sealed class PinkNoise : INoiseSource
{
    /// <summary>The number of samples after which the slowest pole's initial state has decayed below -60 dB.</summary>
    private const int WarmUp = 8192;

    private static ReadOnlySpan<double> Poles => [0.99886, 0.99332, 0.96900, 0.86650, 0.55000, -0.7616];

    private static ReadOnlySpan<double> Weights => [0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522, -0.0168980];

    /// <inheritdoc/>
    public void Fill(Span<float> noise, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        GaussianSampler.Fill(noise, random);
        Span<double> state = stackalloc double[Poles.Length];
        double previous = 0;
        for (int i = 0; i < WarmUp; i++)
        {
            Step(GaussianSampler.Next(random), state, ref previous);
        }

        foreach (ref float value in noise)
        {
            value = (float)Step(value, state, ref previous);
        }
    }

    private static double Step(double white, Span<double> state, ref double previous)
    {
        double pink = (white * 0.5362) + previous;
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = (Poles[i] * state[i]) + (Weights[i] * white);
            pink += state[i];
        }

        previous = white * 0.115926;
        return pink;
    }
}
