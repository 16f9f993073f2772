using System.Text;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation.Publishing;

/// <summary>
/// A folder of published results that can be verified: runs.csv with one row per result, predictions/NAME.csv with the predictions,
/// conditions/NAME.csv with those under test conditions, and recipes/NAME.json. Every figure is computed from predictions.
/// </summary>
/// <param name="folder">The folder; created if needed.</param>
public sealed class ResultsFolder(string folder)
{
    private string RunsPath => Path.Combine(folder, "runs.csv");

    /// <summary>The path of the predictions of a result.</summary>
    public string PredictionsPath(string name) => Path.Combine(folder, "predictions", name + ".csv");

    /// <summary>The path of the predictions of a result under test conditions; there is no file for a result without them.</summary>
    public string ConditionsPath(string name) => Path.Combine(folder, "conditions", name + ".csv");

    /// <summary>The path of a recipe.</summary>
    public string RecipePath(string recipe) => Path.Combine(folder, "recipes", recipe + ".json");

    /// <summary>The rows, in the order of the file; empty if there is no file yet.</summary>
    /// <exception cref="FormatException">The file is not such a table; the message names the line.</exception>
    public IReadOnlyList<RunRecord> Runs()
    {
        if (!File.Exists(RunsPath))
        {
            return [];
        }

        return [.. CsvText.Read(File.ReadAllText(RunsPath), ',').Skip(1).Select(record =>
        {
            try
            {
                return RunRecord.Parse(record.Fields);
            }
            catch (FormatException exception)
            {
                throw new FormatException($"'{RunsPath}', line {record.Line}: {exception.Message}", exception);
            }
        })];
    }

    /// <summary>Recomputes a result from its predictions.</summary>
    /// <param name="run">The row; its figures are not used.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    public EvaluationReport Report(RunRecord run, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        EvaluationContext context = new()
        {
            Model = run.Name,
            Corpus = run.Corpus,
            Protocol = run.Protocol,
            Command = run.Command,
            IsSpeakerIndependent = run.IsSpeakerIndependent,
        };
        return Report(run.Name, context, options);
    }

    /// <summary>Adds a result, or replaces the one with that name.</summary>
    /// <param name="name">The name of the row: letters, digits, dots and dashes.</param>
    /// <param name="report">The report, with its predictions.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="recipes">The recipes that <see cref="RunOrigin.Recipe"/> names, as JSON by name; existing files are replaced.</param>
    /// <returns>The row, with figures computed from the predictions as written.</returns>
    /// <exception cref="ArgumentException">The name contains other characters.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public RunRecord Add(string name, EvaluationReport report, RunOrigin origin, IReadOnlyDictionary<string, string>? recipes = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(origin);
        RequireName(name);
        foreach ((string recipe, string json) in recipes ?? new Dictionary<string, string>())
        {
            RequireName(recipe);
            TextFile.Write(RecipePath(recipe), json + "\n");
        }

        PredictionTable.Save(PredictionsPath(name), report.Labels, report.Predictions);
        SaveConditions(name, report.Robustness);
        RunRecord run = RunRecord.Of(name, Report(name, report.Context, null), origin);
        Write([.. Runs().Where(other => other.Name != name), run]);
        return run;
    }

    private EvaluationReport Report(string name, EvaluationContext context, EvaluationOptions? options)
    {
        (IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> predictions) = PredictionTable.Load(PredictionsPath(name));
        return EvaluationReport.Create(labels, predictions, context, options) with
        {
            Robustness = File.Exists(ConditionsPath(name)) ? ConditionTable.Load(ConditionsPath(name), labels, predictions, options ?? new EvaluationOptions()) : null,
        };
    }

    private void SaveConditions(string name, RobustnessResult? robustness)
    {
        if (robustness is not null)
        {
            ConditionTable.Save(ConditionsPath(name), robustness);
        }
        else if (File.Exists(ConditionsPath(name)))
        {
            File.Delete(ConditionsPath(name));
        }
    }

    private void Write(IReadOnlyList<RunRecord> runs)
    {
        StringBuilder text = new();
        CsvLine.Append(text, RunRecord.Columns);
        foreach (RunRecord run in runs)
        {
            CsvLine.Append(text, run.ToFields());
        }

        TextFile.Write(RunsPath, text.ToString());
    }

    private static void RequireName(string name)
    {
        if (string.IsNullOrEmpty(name) || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.') || name[0] == '.')
        {
            throw new ArgumentException($"'{name}' is not the name of a result; expected letters, digits, dots and dashes.", nameof(name));
        }
    }
}
