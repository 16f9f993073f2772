using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="Mixup"/> blends two utterances.</summary>
public sealed record MixupOptions : ValidatedOptions
{
    /// <summary>α of the beta distribution B(α, α) of the weight, 0.001 to 1,000. Small values mix little; 1 is uniform. Default 0.2.</summary>
    public double Alpha { get; init; } = 0.2;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems.Range(nameof(Alpha), Alpha, 0.001, 1000);
}
