using static System.FormattableString;

namespace EmoHRNet.Audio.VoiceRate;

/// <summary>Detects speech whose assumed sample rate is wrong, because it sounds too slow and deep, or too fast and high.</summary>
/// <remarks>
/// Speech played at another rate has the resonances of a longer or shorter vocal tract, and moves slower or faster. Pitch differs by more
/// than a factor of two between voices and moods, adds nothing to that and is not used. Two linear regressions of the logarithm of the
/// ratio of the rates, one per direction, were fitted to half of the speakers of several corpora and languages, read at their own and at
/// other rates, also through a telephone, with noise and in a room. Their thresholds give 1 false alarm in 1,000 of these clips in each
/// direction; docs/services.md has the results on the other half.
/// </remarks>
public static class AssumedRate
{
    // Scores above 0 are rare at the right rate: a bias that contains the threshold, and the weights of VoiceEvidence's values.
    private const double SlowedDownBias = -0.197;
    private const double SpedUpBias = -0.256;

    private static readonly double[] SlowedDown = [0.021, 0.026, 0.065, 0.047, -0.065, -0.064, -0.023, -0.131, 0.003, -0.039, 0.202, 0.022];
    private static readonly double[] SpedUp = [-0.011, 0.010, 0.007, 0.088, 0.123, -0.058, 0.190, 0.081, -0.040, -0.074, 0.065, -0.063];

    /// <summary>A warning about the clip; null when its rate sounds right.</summary>
    /// <param name="samples">One channel.</param>
    /// <param name="sampleRate">The assumed rate, in hertz.</param>
    public static string? Find(ReadOnlySpan<float> samples, int sampleRate)
    {
        if (VoiceEvidence.Measure(samples, sampleRate) is not { } evidence)
        {
            return null;
        }

        double slow = Sum(SlowedDown, evidence) + SlowedDownBias;
        double fast = Sum(SpedUp, evidence) + SpedUpBias;
        return Math.Max(slow, fast) <= 0 ? null
            : slow > fast ? Invariant($"The voice sounds slowed down: no sample rate was given, {sampleRate} Hz was assumed, and the true one looks higher. Pass the rate the samples were recorded at.")
            : Invariant($"The voice sounds sped up: no sample rate was given, {sampleRate} Hz was assumed, and the true one looks lower. Pass the rate the samples were recorded at.");
    }

    private static double Sum(double[] weights, double[] evidence) => weights.Zip(evidence, (weight, value) => weight * value).Sum();
}
