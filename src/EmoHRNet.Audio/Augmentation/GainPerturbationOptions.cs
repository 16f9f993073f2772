using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="GainPerturbation"/> changes the level of an utterance.</summary>
public sealed record GainPerturbationOptions
{
    /// <summary>The smallest gain in decibels, -120 to <see cref="MaximumDecibels"/>. Default -6.</summary>
    public double MinimumDecibels { get; init; } = -6;

    /// <summary>The largest gain in decibels, <see cref="MinimumDecibels"/> to 120. Default 6.</summary>
    public double MaximumDecibels { get; init; } = 6;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(GainPerturbationOptions));
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumDecibels), MinimumDecibels, -120, 120)
        .Range(nameof(MaximumDecibels), MaximumDecibels, -120, 120)
        .Require(!(MinimumDecibels > MaximumDecibels), nameof(MinimumDecibels), MinimumDecibels, $"at most {nameof(MaximumDecibels)}");
}
