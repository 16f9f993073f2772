using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="BandGain"/> changes a spectrogram.</summary>
public sealed record BandGainOptions : ValidatedOptions
{
    /// <summary>The largest gain at a knot, in the unit of the spectrogram, above 0 to 100; uniform from minus to plus this. Default 0.4: with corpus normalization, about 5 dB.</summary>
    public double Maximum { get; init; } = 0.4;

    /// <summary>The number of knots of the piecewise linear gain, 2 to 100, evenly spaced over the bands. Default 6.</summary>
    public int KnotCount { get; init; } = 6;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Require(Maximum is > 0 and <= 100, nameof(Maximum), Maximum, "above 0, at most 100")
        .Range(nameof(KnotCount), KnotCount, 2, 100);
}
