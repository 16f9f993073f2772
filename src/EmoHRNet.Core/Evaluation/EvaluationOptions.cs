using System.Text.Json.Serialization;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Evaluation;

/// <summary>How predictions are evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Maps the corpus's labels to the model's. Default null: they are the same.</summary>
    [JsonIgnore]
    public LabelMap? LabelMap { get; init; }

    /// <summary>How clips are read. Default: formats are recognized by content, and damaged clips are rejected.</summary>
    [JsonIgnore]
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>
    /// The attributes that define groups of speakers, as keys of <see cref="Utterance.Metadata"/>; each group is reported. Default
    /// <c>gender</c>, which published corpora have; for a table, any of its columns.
    /// </summary>
    public IReadOnlyList<string> GroupBy { get; init; } = ["gender"];

    /// <summary>The number of bootstrap samples for the 95% intervals, 100 to 1,000,000. Default 2000.</summary>
    public int BootstrapSamples { get; init; } = 2000;

    /// <summary>The seed of the bootstrap. Default 1.</summary>
    public int BootstrapSeed { get; init; } = 1;

    /// <summary>What the bootstrap draws. Default <see cref="ResamplingUnit.Automatic"/>.</summary>
    public ResamplingUnit BootstrapUnit { get; init; } = ResamplingUnit.Automatic;

    /// <summary>The number of bins of the calibration error, 1 to 100. Default 15, as in the literature.</summary>
    public int CalibrationBins { get; init; } = 15;

    /// <summary>The number of clips that are decoded and classified together, 1 to 4096. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is out of range; every problem is named.</exception>
    public void Validate()
    {
        OptionProblems problems = new OptionProblems()
            .Range(nameof(BootstrapSamples), BootstrapSamples, 100, 1_000_000)
            .Defined(nameof(BootstrapUnit), BootstrapUnit)
            .Range(nameof(CalibrationBins), CalibrationBins, 1, 100)
            .Range(nameof(BatchSize), BatchSize, 1, 4096)
            .Require(GroupBy is not null && GroupBy.Distinct().Count() == GroupBy.Count, nameof(GroupBy), GroupBy is null ? null : string.Join(", ", GroupBy), "different keys")
            .Require(Reading is not null, nameof(Reading), Reading, "options of reading");
        if (Reading is not null)
        {
            problems.Nested(nameof(Reading), Reading.CollectProblems);
        }

        problems.ThrowIfAny(nameof(EvaluationOptions));
    }
}
