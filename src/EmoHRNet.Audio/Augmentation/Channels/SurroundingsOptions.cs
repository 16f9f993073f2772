using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>How <see cref="Surroundings"/> lengthens an utterance.</summary>
public sealed record SurroundingsOptions : ValidatedOptions
{
    /// <summary>The longest silence on each side in seconds, 0 to 60; each side is uniform from 0 to this. Default 1.</summary>
    public double MaximumSeconds { get; init; } = 1;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems.Range(nameof(MaximumSeconds), MaximumSeconds, 0, 60);
}
