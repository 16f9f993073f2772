using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="MaskWidths"/> derives mask widths from a training set.</summary>
public sealed record MaskWidthOptions : ValidatedOptions
{
    /// <summary>The percentile of pitch that counts as its lower end, 0 to below <see cref="UpperPercentile"/>. Default 5.</summary>
    /// <remarks>Percentiles rather than extremes, because pitch trackers make occasional octave errors.</remarks>
    public double LowerPercentile { get; init; } = 5;

    /// <summary>The percentile of pitch that counts as its upper end, above <see cref="LowerPercentile"/> to 100. Default 95.</summary>
    public double UpperPercentile { get; init; } = 95;

    /// <summary>T as a fraction of the median utterance's length, 0 to 1. Default 0.1, about as in the SpecAugment paper's policies.</summary>
    public double TimeFraction { get; init; } = 0.1;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(LowerPercentile), LowerPercentile, 0, 100)
        .Range(nameof(UpperPercentile), UpperPercentile, 0, 100)
        .Require(!(LowerPercentile >= UpperPercentile), nameof(LowerPercentile), LowerPercentile, $"below {nameof(UpperPercentile)}")
        .Range(nameof(TimeFraction), TimeFraction, 0, 1);
}
