using System.Globalization;

namespace EmoHRNet.Evaluation.Publishing;

/// <summary>One published result: a row of runs.csv.</summary>
public sealed record RunRecord
{
    /// <summary>The columns, in order.</summary>
    internal static readonly string[] Columns =
    [
        "name", "recipe", "corpus", "protocol", "clips", "folds", "seed", "splits", "speakers", "unweighted accuracy", "from", "to", "accuracy",
        "accuracy from", "accuracy to", "macro F1", "F1 from", "F1 to", "calibration error", "intervals", "command", "commit", "chosen",
    ];

    private const char SplitSeparator = ' ';
    private const int ShownHash = 12;

    /// <summary>The name of the row and of its file of predictions.</summary>
    public required string Name { get; init; }

    /// <summary>Recipe, seeds, splits, commit, and what was chosen on what.</summary>
    public required RunOrigin Origin { get; init; }

    /// <summary>The corpus's full name.</summary>
    public required string Corpus { get; init; }

    /// <summary>How the corpus was split.</summary>
    public required string Protocol { get; init; }

    /// <summary>The number of test clips.</summary>
    public required int ClipCount { get; init; }

    /// <summary>The number of folds; 1 for a single split.</summary>
    public required int FoldCount { get; init; }

    /// <summary>Whether all test speakers are new to the model; null if not known.</summary>
    public required bool? IsSpeakerIndependent { get; init; }

    /// <summary>Unweighted accuracy.</summary>
    public required ConfidenceInterval UnweightedAccuracy { get; init; }

    /// <summary>Accuracy.</summary>
    public required ConfidenceInterval Accuracy { get; init; }

    /// <summary>Macro F1.</summary>
    public required ConfidenceInterval MacroF1 { get; init; }

    /// <summary>The expected calibration error.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>What was drawn for the intervals.</summary>
    public required ResamplingUnit IntervalUnit { get; init; }

    /// <summary>The command that reproduces the result.</summary>
    public required string Command { get; init; }

    internal static RunRecord Of(string name, EvaluationReport report, RunOrigin origin) => new()
    {
        Name = name,
        Origin = origin with { Splits = [.. origin.Splits.Select(hash => hash[..Math.Min(ShownHash, hash.Length)])] },
        Corpus = report.Context.Corpus,
        Protocol = report.Context.Protocol,
        ClipCount = report.Predictions.Count,
        FoldCount = report.Predictions.Select(each => each.Fold).Distinct().Count(),
        IsSpeakerIndependent = report.Context.IsSpeakerIndependent,
        UnweightedAccuracy = report.UnweightedAccuracy,
        Accuracy = report.Accuracy,
        MacroF1 = report.MacroF1,
        CalibrationError = report.Calibration.ExpectedError,
        IntervalUnit = report.IntervalUnit,
        Command = report.Context.Command,
    };

    internal IEnumerable<string> ToFields() =>
    [
        Name, Origin.Recipe, Corpus, Protocol, Text(ClipCount), Text(FoldCount), Origin.Seed, string.Join(SplitSeparator, Origin.Splits),
        IsSpeakerIndependent switch { true => "new", false => "heard", null => HeardCount.Unknown },
        .. Percent(UnweightedAccuracy), .. Percent(Accuracy), .. Percent(MacroF1), Percent(CalibrationError),
        IntervalUnit.ToString().ToLowerInvariant(), Command, Origin.Commit, Origin.Chosen,
    ];

    /// <exception cref="FormatException">The fields are not those of a row.</exception>
    internal static RunRecord Parse(IReadOnlyList<string> fields)
    {
        if (fields.Count != Columns.Length)
        {
            throw new FormatException($"{fields.Count} fields; expected {Columns.Length}: {string.Join(", ", Columns)}.");
        }

        return new RunRecord
        {
            Name = fields[0],
            Origin = new RunOrigin
            {
                Recipe = fields[1],
                Seed = fields[6],
                Splits = fields[7].Split(SplitSeparator, StringSplitOptions.RemoveEmptyEntries),
                Commit = fields[21],
                Chosen = fields[22],
            },
            Corpus = fields[2],
            Protocol = fields[3],
            ClipCount = int.Parse(fields[4], CultureInfo.InvariantCulture),
            FoldCount = int.Parse(fields[5], CultureInfo.InvariantCulture),
            IsSpeakerIndependent = fields[8] switch
            {
                "new" => true,
                "heard" => false,
                HeardCount.Unknown => null,
                _ => throw new FormatException($"The speakers are '{fields[8]}'; expected new, heard or unknown."),
            },
            UnweightedAccuracy = Interval(fields, 9),
            Accuracy = Interval(fields, 12),
            MacroF1 = Interval(fields, 15),
            CalibrationError = Share(fields[18]),
            IntervalUnit = Enum.TryParse(fields[19], ignoreCase: true, out ResamplingUnit unit)
                ? unit
                : throw new FormatException($"The intervals are over '{fields[19]}'; expected clips or speakers."),
            Command = fields[20],
        };
    }

    private static IEnumerable<string> Percent(ConfidenceInterval interval) => [Percent(interval.Value), Percent(interval.Lower), Percent(interval.Upper)];

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ConfidenceInterval Interval(IReadOnlyList<string> fields, int first) => new(Share(fields[first]), Share(fields[first + 1]), Share(fields[first + 2]));

    private static double Share(string percent) => double.Parse(percent, CultureInfo.InvariantCulture) / 100;
}
