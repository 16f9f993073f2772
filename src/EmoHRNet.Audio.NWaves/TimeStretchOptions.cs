using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.NWaves;

/// <summary>How <see cref="TimeStretch"/> changes the tempo of an utterance.</summary>
public sealed record TimeStretchOptions
{
    /// <summary>The lowest factor of the length; 0.5 to <see cref="MaximumFactor"/>. Default 0.85: a seventh faster.</summary>
    public double MinimumFactor { get; init; } = 0.85;

    /// <summary>The highest factor of the length, at most 2. Default 1.15.</summary>
    public double MaximumFactor { get; init; } = 1.15;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range; the exception names all of them.</exception>
    public void Validate()
    {
        OptionProblem[] problems =
        [
            .. Problem(MinimumFactor >= 0.5 && MinimumFactor <= MaximumFactor, nameof(MinimumFactor), MinimumFactor, "0.5 to MaximumFactor"),
            .. Problem(MaximumFactor <= 2, nameof(MaximumFactor), MaximumFactor, "at most 2"),
        ];
        if (problems.Length > 0)
        {
            throw new InvalidOptionsException(nameof(TimeStretchOptions), problems);
        }
    }

    private static OptionProblem[] Problem(bool holds, string name, double value, string expected) =>
        holds ? [] : [new OptionProblem(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture), expected)];
}
