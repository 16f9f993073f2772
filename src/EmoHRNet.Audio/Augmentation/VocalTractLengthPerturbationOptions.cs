using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="VocalTractLengthPerturbation"/> stretches the band axis of a spectrogram.</summary>
public sealed record VocalTractLengthPerturbationOptions
{
    /// <summary>The largest stretch, 0 to 0.5: the factor is drawn between 1 - this and 1 + this. Default 0.1, a typical range of vocal tracts.</summary>
    public double MaximumStretch { get; init; } = 0.1;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(VocalTractLengthPerturbationOptions));
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems.Range(nameof(MaximumStretch), MaximumStretch, 0, 0.5);
}
