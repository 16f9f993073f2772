using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="NoiseInjection"/> adds noise to an utterance.</summary>
public sealed record NoiseInjectionOptions
{
    /// <summary>The lowest signal-to-noise ratio in decibels, -60 to <see cref="MaximumDecibels"/>. Default 10.</summary>
    public double MinimumDecibels { get; init; } = 10;

    /// <summary>The highest signal-to-noise ratio in decibels, <see cref="MinimumDecibels"/> to 120. Default 30.</summary>
    public double MaximumDecibels { get; init; } = 30;

    /// <summary>What the ratio is to. Default <see cref="SpeechReference.WholeUtterance"/>.</summary>
    public SpeechReference Reference { get; init; } = SpeechReference.WholeUtterance;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(NoiseInjectionOptions));
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumDecibels), MinimumDecibels, -60, 120)
        .Range(nameof(MaximumDecibels), MaximumDecibels, -60, 120)
        .Require(!(MinimumDecibels > MaximumDecibels), nameof(MinimumDecibels), MinimumDecibels, $"at most {nameof(MaximumDecibels)}")
        .Defined(nameof(Reference), Reference);
}
