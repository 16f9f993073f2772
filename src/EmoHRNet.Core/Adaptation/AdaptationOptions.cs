using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Adaptation;

/// <summary>How a <see cref="ModelAdapter"/> fits the last layer.</summary>
public sealed record AdaptationOptions
{
    /// <summary>
    /// How strongly the last layer is held to its old weights, 0.001 to 10⁹: the weight of the squared distance against the log-loss,
    /// summed over the clips. Null (the default) chooses among 1000, 300, 100, 30, 10 and 3 by cross-validation over the clips; without
    /// labels it takes 1.
    /// </summary>
    public double? Regularization { get; init; }

    /// <summary>
    /// Whether the temperature is fitted, on predictions of cross-validation. It is never below 1: a few clips can show that the model is
    /// overconfident, but not that it is underconfident. Default true; false leaves it at 1, as do clips without labels.
    /// </summary>
    public bool FitsTemperature { get; init; } = true;

    /// <summary>How files are read. Default: formats are recognized by content, and damaged files are rejected.</summary>
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>
    /// The application's own feature extractor, for models that were trained with one, as in <see cref="ClassifierOptions.Extractor"/>. Null
    /// (the default) for models with built-in features.
    /// </summary>
    public IFeatureExtractor? Extractor { get; init; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        problems
            .Require(Regularization is null or (>= 1e-3 and <= 1e9), nameof(Regularization), Regularization, "a number from 0.001 to 10⁹, or null")
            .Require(Reading is not null, nameof(Reading), Reading, "options of reading");
        if (Reading is not null)
        {
            problems.Nested(nameof(Reading), Reading.CollectProblems);
        }

        problems.ThrowIfAny(nameof(AdaptationOptions));
    }
}
