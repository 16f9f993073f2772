using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>How <see cref="Surroundings"/> lengthens an utterance.</summary>
public sealed record SurroundingsOptions
{
    /// <summary>The longest silence on each side in seconds, 0 to 60; each side is uniform from 0 to this. Default 1.</summary>
    public double MaximumSeconds { get; init; } = 1;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(SurroundingsOptions));
    }

    internal void CollectProblems(OptionProblems problems) => problems.Range(nameof(MaximumSeconds), MaximumSeconds, 0, 60);
}
