using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Statistics;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>The widest masks of <see cref="SpecAugment"/>, chosen from a training set: F from the spread of its pitch, T from the durations of its utterances.</summary>
/// <param name="MaximumFrequencyMask">F, in bands, at least 1.</param>
/// <param name="MaximumTimeMask">T, in frames, at least 1.</param>
/// <remarks>
/// <para>A. Muppidi and M. Radfar (EmoHRNet, 2024) set F by the variability of pitch and T by the length of utterances, without a
/// formula. Here F is the number of mel bands between the 5th and the 95th percentile of voiced F0: a mask can then hide a speaker's
/// whole pitch range but rarely more than that. T is a tenth of the median utterance.</para>
/// <para>Measure the training set only: widths chosen on the test set leak information about it.</para>
/// </remarks>
public sealed record MaskWidths(int MaximumFrequencyMask, int MaximumTimeMask)
{
    /// <summary>Measures a training set.</summary>
    /// <param name="fundamentalFrequencies">F0 of the frames of all utterances in hertz; values that are not above 0 (unvoiced, NaN) are ignored.</param>
    /// <param name="durations">The duration of every utterance; at least one, all above 0.</param>
    /// <param name="features">The mel spectrogram the masks are for: its bands and its hop.</param>
    /// <param name="options">The percentiles, and the fraction of an utterance.</param>
    /// <exception cref="ArgumentException">No frame is voiced, there is no utterance, or a duration is not above 0.</exception>
    /// <exception cref="Options.InvalidOptionsException">Options are not valid.</exception>
    public static MaskWidths FromTrainingSet(
        IEnumerable<float> fundamentalFrequencies,
        IEnumerable<TimeSpan> durations,
        MelSpectrogramOptions features,
        MaskWidthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fundamentalFrequencies);
        ArgumentNullException.ThrowIfNull(durations);
        ArgumentNullException.ThrowIfNull(features);
        features.Validate();
        options ??= new MaskWidthOptions();
        options.Validate();

        double[] voiced = [.. fundamentalFrequencies.Where(f => f > 0 && float.IsFinite(f)).Select(f => (double)f).Order()];
        if (voiced.Length == 0)
        {
            throw new ArgumentException("No frame is voiced; expected F0 in hertz of at least one frame.", nameof(fundamentalFrequencies));
        }

        double[] seconds = [.. durations.Select(d => d.TotalSeconds).Order()];
        if (seconds.Length == 0 || seconds[0] <= 0)
        {
            throw new ArgumentException("Expected at least one utterance and every duration above 0.", nameof(durations));
        }

        return new MaskWidths(FrequencyMask(voiced, features, options), TimeMask(seconds, features, options));
    }

    /// <summary>The same options with these widths.</summary>
    public SpecAugmentOptions ApplyTo(SpecAugmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { MaximumFrequencyMask = MaximumFrequencyMask, MaximumTimeMask = MaximumTimeMask };
    }

    private static int FrequencyMask(double[] voiced, MelSpectrogramOptions features, MaskWidthOptions options)
    {
        double Mel(double hertz) => MelFilterBank.ToMel(features.MelScale, hertz);
        double bandWidth = (Mel(features.UpperFrequency) - Mel(features.MinFrequency)) / (features.BandCount + 1);
        double spread = Mel(Percentile(voiced, options.UpperPercentile)) - Mel(Percentile(voiced, options.LowerPercentile));
        return (int)Math.Clamp(Math.Round(spread / bandWidth), 1, features.BandCount);
    }

    private static int TimeMask(double[] seconds, MelSpectrogramOptions features, MaskWidthOptions options)
    {
        double frames = Percentile(seconds, 50) * features.SampleRate / features.HopLength;
        return (int)Math.Clamp(Math.Round(options.TimeFraction * frames), 1, 1_000_000);
    }

    private static double Percentile(double[] sorted, double percentile) => Distribution.Quantile<double>(sorted, percentile / 100);
}
