using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="SpecAugment"/> masks a spectrogram.</summary>
/// <remarks><see cref="MaskWidths"/> chooses <see cref="MaximumFrequencyMask"/> and <see cref="MaximumTimeMask"/> from a training set.</remarks>
public sealed record SpecAugmentOptions : ValidatedOptions
{
    /// <summary>The number of frequency masks, 0 to 100. Default 2.</summary>
    public int FrequencyMaskCount { get; init; } = 2;

    /// <summary>F: the widest frequency mask in bands, 0 to 10,000; never wider than the spectrogram. Default 8.</summary>
    public int MaximumFrequencyMask { get; init; } = 8;

    /// <summary>The number of time masks, 0 to 100. Default 2.</summary>
    public int TimeMaskCount { get; init; } = 2;

    /// <summary>T: the widest time mask in frames, 0 to 1,000,000; never wider than <see cref="MaximumTimeMaskFraction"/> of the utterance. Default 16.</summary>
    public int MaximumTimeMask { get; init; } = 16;

    /// <summary>p of the SpecAugment paper: the largest fraction of an utterance covered by one time mask, 0 to 1. Protects short utterances. Default 0.5.</summary>
    public double MaximumTimeMaskFraction { get; init; } = 0.5;

    /// <summary>What replaces masked values. Default <see cref="MaskFill.Constant"/>.</summary>
    public MaskFill Fill { get; init; } = MaskFill.Constant;

    /// <summary>The value of <see cref="MaskFill.Constant"/>, finite. Default 0, the mean of normalized features.</summary>
    public float FillValue { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(FrequencyMaskCount), FrequencyMaskCount, 0, 100)
        .Range(nameof(MaximumFrequencyMask), MaximumFrequencyMask, 0, 10_000)
        .Range(nameof(TimeMaskCount), TimeMaskCount, 0, 100)
        .Range(nameof(MaximumTimeMask), MaximumTimeMask, 0, 1_000_000)
        .Range(nameof(MaximumTimeMaskFraction), MaximumTimeMaskFraction, 0, 1)
        .Defined(nameof(Fill), Fill)
        .Require(float.IsFinite(FillValue), nameof(FillValue), FillValue, "a finite number");
}
