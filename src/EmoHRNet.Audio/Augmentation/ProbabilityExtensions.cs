using System.Globalization;
using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Applies augmentations with a probability.</summary>
public static class ProbabilityExtensions
{
    /// <summary>Applies an augmentation with a probability and leaves the spectrogram as it is otherwise.</summary>
    /// <param name="augment">The augmentation.</param>
    /// <param name="probability">0 (never) to 1 (always).</param>
    public static ISpecAugment WithProbability(this ISpecAugment augment, double probability) =>
        new SometimesSpec(augment ?? throw new ArgumentNullException(nameof(augment)), Checked(probability));

    /// <summary>Applies an augmentation with a probability and copies the samples otherwise.</summary>
    /// <param name="augment">The augmentation.</param>
    /// <param name="probability">0 (never) to 1 (always).</param>
    public static IWaveformAugment WithProbability(this IWaveformAugment augment, double probability) =>
        new SometimesWaveform(augment ?? throw new ArgumentNullException(nameof(augment)), Checked(probability));

    private static double Checked(double probability) => probability is >= 0 and <= 1
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected 0 to 1.");

    private static string Describe(object augment, double probability) =>
        string.Create(CultureInfo.InvariantCulture, $"{augment.GetType().FullName} {augment} with probability {probability}");

    private sealed class SometimesSpec(ISpecAugment augment, double probability) : ISpecAugment
    {
        public void Apply(Spectrogram spectrogram, Random random)
        {
            if (random.NextDouble() < probability)
            {
                augment.Apply(spectrogram, random);
            }
        }

        public void Apply(Spectrogram window, int utteranceFrames, Random random)
        {
            if (random.NextDouble() < probability)
            {
                augment.Apply(window, utteranceFrames, random);
            }
        }

        public override string ToString() => Describe(augment, probability);
    }

    private sealed class SometimesWaveform(IWaveformAugment augment, double probability) : IWaveformAugment
    {
        public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random) =>
            random.NextDouble() < probability ? augment.Apply(samples, sampleRate, random) : samples.ToArray();

        public override string ToString() => Describe(augment, probability);
    }
}
