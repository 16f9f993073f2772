using System.Text.RegularExpressions;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Publishing;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>Reads the page docs/results.md and the folder beside it.</summary>
internal static partial class ResultsPage
{
    private static readonly Lazy<IReadOnlyDictionary<string, EvaluationReport>> Computed = new(Compute);

    public static string Docs { get; } = FindDocs();

    public static ResultsFolder Folder { get; } = new(Path.Combine(Docs, "results"));

    /// <summary>All published results, recomputed from their predictions.</summary>
    public static IReadOnlyDictionary<string, EvaluationReport> Reports => Computed.Value;

    public static string Text { get; } = File.ReadAllText(Path.Combine(Docs, "results.md")).ReplaceLineEndings("\n");

    /// <summary>The cells of all tables with the given first and last column, without the header row.</summary>
    public static IReadOnlyList<(string[] Header, string[] Cells)> Rows(string first, string last) =>
    [
        .. from table in Table().Matches(Text)
           let lines = table.Value.TrimEnd('\n').Split('\n').Select(Cells).ToArray()
           where lines[0][0] == first && (lines[0][^1] == last || (last == "Fold N" && lines[0][^1].StartsWith("Fold ", StringComparison.Ordinal)))
           from line in lines.Skip(2)
           select (lines[0], line),
    ];

    /// <summary>The names of the results that a cell links to.</summary>
    public static IReadOnlyList<string> Names(string cell) => [.. Link().Matches(cell).Select(link => link.Groups["name"].Value)];

    /// <summary>The result on some of a report's clips.</summary>
    public static EvaluationReport Part(EvaluationReport whole, Func<LabeledPrediction, bool> isIn) =>
        EvaluationReport.Create(whole.Labels, [.. whole.Predictions.Where(isIn)], whole.Context);

    private static Dictionary<string, EvaluationReport> Compute() =>
        Folder.Runs().AsParallel().Select(run => (run.Name, Report: Folder.Report(run))).ToDictionary(each => each.Name, each => each.Report);

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Replace("**", "", StringComparison.Ordinal))];

    private static string FindDocs()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EmoHRNet.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No EmoHRNet.sln above the tests.");
        }

        return Path.Combine(folder.FullName, "docs");
    }

    [GeneratedRegex(@"(?:^\|[^\n]*\n)+", RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"\(results/predictions/(?<name>[\w.-]+)\.csv\)")]
    private static partial Regex Link();
}
