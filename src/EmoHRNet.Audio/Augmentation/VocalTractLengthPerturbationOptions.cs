using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="VocalTractLengthPerturbation"/> stretches the band axis of a spectrogram.</summary>
public sealed record VocalTractLengthPerturbationOptions : ValidatedOptions
{
    /// <summary>The largest stretch, 0 to 0.5: the factor is drawn between 1 - this and 1 + this. Default 0.1, a typical range of vocal tracts.</summary>
    public double MaximumStretch { get; init; } = 0.1;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems.Range(nameof(MaximumStretch), MaximumStretch, 0, 0.5);
}
