using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="Mixup"/> blends two utterances.</summary>
public sealed record MixupOptions
{
    /// <summary>α of the beta distribution B(α, α) of the weight, 0.001 to 1,000. Small values mix little; 1 is uniform. Default 0.2.</summary>
    public double Alpha { get; init; } = 0.2;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(MixupOptions));
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems.Range(nameof(Alpha), Alpha, 0.001, 1000);
}
