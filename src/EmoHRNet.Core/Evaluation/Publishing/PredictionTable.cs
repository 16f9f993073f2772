using System.Globalization;
using System.Text;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Corpora;

namespace EmoHRNet.Evaluation.Publishing;

/// <summary>
/// Every prediction of a result as CSV: fold, clip, speaker, target, and the probability of each label. Small enough to publish, and enough
/// to recompute every figure.
/// </summary>
public static class PredictionTable
{
    private const char Separator = ',';
    private const int LeastDigits = 4;
    private const int MostDigits = 9;

    private static readonly string[] Fixed = ["fold", "clip", "speaker", "target"];

    /// <summary>
    /// Writes a table; the file is replaced atomically. Probabilities have 4 digits, or more where rounding would change the most probable
    /// label.
    /// </summary>
    /// <param name="path">The file; its folder is created if needed.</param>
    /// <param name="labels">The classes, in the model's order.</param>
    /// <param name="predictions">The predictions.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> predictions)
    {
        StringBuilder text = new();
        CsvLine.Append(text, [.. Fixed, .. labels]);
        foreach (LabeledPrediction each in predictions)
        {
            string fold = each.Fold?.ToString(CultureInfo.InvariantCulture) ?? "";
            CsvLine.Append(text, [fold, each.Id, each.Speaker, labels[each.Target], .. Round(each)]);
        }

        TextFile.Write(path, text.ToString());
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">The file is not such a table; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (IReadOnlyList<string> Labels, IReadOnlyList<LabeledPrediction> Predictions) Load(string path)
    {
        (int Line, IReadOnlyList<string> Fields)[] records = [.. CsvText.Read(File.ReadAllText(path), Separator)];
        if (records.Length == 0 || records[0].Fields.Count < Fixed.Length + 2 || !records[0].Fields.Take(Fixed.Length).SequenceEqual(Fixed))
        {
            throw new FormatException($"'{path}' is not a table of predictions; expected the columns {string.Join(", ", Fixed)} and one for each label.");
        }

        string[] labels = [.. records[0].Fields.Skip(Fixed.Length)];
        return (labels, [.. records.Skip(1).Select(record => Parse(path, record.Line, record.Fields, labels))]);
    }

    private static string[] Round(LabeledPrediction prediction)
    {
        for (int digits = LeastDigits; ; digits++)
        {
            string[] rounded = [.. prediction.Probabilities.Select(each => each.ToString($"F{digits}", CultureInfo.InvariantCulture))];
            LabeledPrediction read = prediction with { Probabilities = [.. rounded.Select(each => float.Parse(each, CultureInfo.InvariantCulture))] };
            if (read.Predicted == prediction.Predicted || digits == MostDigits)
            {
                return rounded;
            }
        }
    }

    private static LabeledPrediction Parse(string path, int line, IReadOnlyList<string> fields, string[] labels)
    {
        float[] probabilities = new float[labels.Length];
        int target = fields.Count > Fixed.Length ? Array.IndexOf(labels, fields[3]) : -1;
        bool isWhole = fields.Count == Fixed.Length + labels.Length && target >= 0 && (fields[0].Length == 0 || int.TryParse(fields[0], CultureInfo.InvariantCulture, out _));
        for (int i = 0; isWhole && i < labels.Length; i++)
        {
            isWhole = float.TryParse(fields[Fixed.Length + i], CultureInfo.InvariantCulture, out probabilities[i]);
        }

        return isWhole
            ? new LabeledPrediction(fields[1], fields[2], target, probabilities)
            {
                Fold = fields[0].Length == 0 ? null : int.Parse(fields[0], CultureInfo.InvariantCulture),
            }
            : throw new FormatException(
                $"'{path}', line {line}: expected a fold or nothing, a clip, a speaker, one of the labels {string.Join(", ", labels)}, and {labels.Length} probabilities.");
    }
}
