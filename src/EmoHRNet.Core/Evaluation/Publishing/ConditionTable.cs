using System.Globalization;
using System.Text;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation.Publishing;

/// <summary>
/// The predictions of a result under test conditions as CSV: one row per condition with the classes predicted for the clips of the result's
/// <see cref="PredictionTable"/>, in its order. Enough to recompute every figure of the conditions.
/// </summary>
internal static class ConditionTable
{
    private const char Separator = ' ';

    private static readonly string[] Columns = ["condition", "description", "kind", "seed", "predicted"];
    private static readonly string[] Kinds = ["averaged", "invariance", "additional"];

    /// <summary>Writes a table; the file is replaced atomically.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, RobustnessResult result)
    {
        StringBuilder text = new();
        CsvLine.Append(text, Columns);
        foreach (ConditionResult each in result.Conditions)
        {
            string kind = Kinds[each.IsInvariance ? 1 : each.IsAdditional ? 2 : 0];
            string predicted = string.Join(Separator, each.Predicted.Select(index => index.ToString(CultureInfo.InvariantCulture)));
            CsvLine.Append(text, [each.Name, each.Description, kind, result.Seed.ToString(CultureInfo.InvariantCulture), predicted]);
        }

        TextFile.Write(path, text.ToString());
    }

    /// <summary>Reads a table, and computes the figures.</summary>
    /// <param name="path">The table.</param>
    /// <param name="labels">The classes of the result.</param>
    /// <param name="clean">The result's predictions without conditions.</param>
    /// <param name="options">How intervals are computed.</param>
    /// <exception cref="FormatException">The file is not such a table; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RobustnessResult Load(string path, IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> clean, EvaluationOptions options)
    {
        (int Line, IReadOnlyList<string> Fields)[] records = [.. CsvText.Read(File.ReadAllText(path), ',')];
        if (records.Length < 2 || !records[0].Fields.SequenceEqual(Columns))
        {
            throw new FormatException($"'{path}' is not a table of conditions; expected the columns {string.Join(", ", Columns)} and at least one row.");
        }

        (ConditionPredictions Condition, int Seed)[] rows = [.. records.Skip(1).Select(record => Parse(path, record.Line, record.Fields, labels.Count, clean.Count))];
        return RobustnessSummary.Create(labels, clean, [.. rows.Select(row => row.Condition)], rows[0].Seed, options);
    }

    private static (ConditionPredictions Condition, int Seed) Parse(string path, int line, IReadOnlyList<string> fields, int classes, int clips)
    {
        int kind = fields.Count == Columns.Length ? Array.IndexOf(Kinds, fields[2]) : -1;
        int[] predicted = kind < 0 ? [] : [.. fields[4].Split(Separator).Select(each => int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < classes ? index : -1)];
        return kind >= 0 && int.TryParse(fields[3], CultureInfo.InvariantCulture, out int seed) && predicted.Length == clips && !predicted.Contains(-1)
            ? (new ConditionPredictions(fields[0], fields[1], kind == 1, kind == 2, predicted), seed)
            : throw new FormatException(
                $"'{path}', line {line}: expected a condition, a description, one of {string.Join(", ", Kinds)}, a seed, and {clips} classes below {classes} with spaces between them.");
    }
}
