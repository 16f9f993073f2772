using System.Globalization;

namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>A table with a column for each label.</summary>
/// <param name="labels">The model's labels, in its order.</param>
internal sealed class CsvRows(IReadOnlyList<string> labels) : IResultFormat
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    public string? Header => Row(["position", "file", "label", "confidence", "seconds", "error", .. labels]);

    public string Line(ScoredFile result) => Row([
        Number(result.Position), result.File, result.Label ?? "", Number(result.Confidence), Number(result.Seconds), result.Error ?? "",
        .. labels.Select(label => result.Probabilities is { } p ? Number(p[label]) : ""),
    ]);

    private static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(Quote));

    private static string Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Quote(string field) =>
        field.IndexOfAny(Special) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
