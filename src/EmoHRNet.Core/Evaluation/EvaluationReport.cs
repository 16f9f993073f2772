using System.Text.Json;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Documents;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation;

/// <summary>The result of an evaluation, with everything needed to judge it and to compute it again.</summary>
public sealed record EvaluationReport
{
    /// <summary>The file extensions that <see cref="Save"/> knows.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".json", ".md", ".html", ".svg"];

    /// <summary>The version of the JSON form.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>Which model, on what, divided how.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>The classes, in the model's order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Accuracy, unweighted accuracy, macro F1, and each class.</summary>
    public required ClassificationMetrics Metrics { get; init; }

    /// <summary>Accuracy with its 95% interval.</summary>
    public required ConfidenceInterval Accuracy { get; init; }

    /// <summary>Unweighted accuracy (mean recall) with its 95% interval.</summary>
    public required ConfidenceInterval UnweightedAccuracy { get; init; }

    /// <summary>Macro F1 with its 95% interval.</summary>
    public required ConfidenceInterval MacroF1 { get; init; }

    /// <summary>What was drawn for the intervals. They hold no variance of training: another seed gives another network.</summary>
    public ResamplingUnit IntervalUnit { get; init; } = ResamplingUnit.Clips;

    /// <summary>The confusion matrix: rows are true classes, columns predicted ones.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>How far confidences can be taken for probabilities.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Each speaker, by name.</summary>
    public required IReadOnlyList<SpeakerMetrics> Speakers { get; init; }

    /// <summary>Each group of speakers (<see cref="EvaluationOptions.GroupBy"/>), by name; empty when the corpus tells none.</summary>
    public IReadOnlyList<GroupMetrics> Groups { get; init; } = [];

    /// <summary>Each corpus, by name; empty when the corpora of the utterances are not known.</summary>
    public IReadOnlyList<CorpusMetrics> Corpora { get; init; } = [];

    /// <summary>What conditions do to the result; null when none were tried. Set it with <c>with</c>.</summary>
    public RobustnessResult? Robustness { get; init; }

    /// <summary>What each epoch of the training gave; empty when it is not known. Set it with <c>with</c>.</summary>
    public IReadOnlyList<EpochRecord> Training { get; init; } = [];

    /// <summary>The epoch whose weights were evaluated; null when it is not known.</summary>
    public int? KeptEpoch { get; init; }

    /// <summary>Every prediction, so that other figures can be computed without the model.</summary>
    public IReadOnlyList<LabeledPrediction> Predictions { get; init; } = [];

    /// <summary>Evaluates predictions. Where they name folds (<see cref="LabeledPrediction.Fold"/>), the figures with intervals are means over folds.</summary>
    /// <param name="labels">The classes, in the model's order.</param>
    /// <param name="predictions">At least one prediction, each with a probability per class.</param>
    /// <param name="context">What the result must be read with.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no prediction, or one does not fit the labels.</exception>
    public static EvaluationReport Create(
        IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> predictions, EvaluationContext context, EvaluationOptions? options = null) =>
        EvaluationSummary.Create(labels, predictions, context, options ?? new EvaluationOptions());

    /// <summary>Evaluates the mean of what several models said of the same clips: what an ensemble of them would reach.</summary>
    /// <param name="reports">At least one report, all of the same clips in the same order, with the same labels.</param>
    /// <param name="context">What the result must be read with.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="mean">The mean of the probabilities, or that of their logarithms.</param>
    /// <exception cref="ArgumentException">There is no report, labels or clips differ, or the mean is not defined.</exception>
    public static EvaluationReport Average(
        IReadOnlyList<EvaluationReport> reports, EvaluationContext context, EvaluationOptions? options = null, EnsembleMean mean = EnsembleMean.Arithmetic)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return reports.Count > 0
            ? Create(reports[0].Labels, PredictionAverage.Of(reports, mean), context, options)
            : throw new ArgumentException("There is no report to average; expected at least one.", nameof(reports));
    }

    /// <summary>Evaluates the folds of a cross-validation together: figures with intervals are means over folds.</summary>
    /// <param name="folds">The report of each fold's test part, by the number of the fold; at least one, all with the same labels.</param>
    /// <param name="context">What the result must be read with; what the models of the folds have heard is added to it.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no report, or labels differ.</exception>
    public static EvaluationReport OfFolds(
        IReadOnlyDictionary<int, EvaluationReport> folds, EvaluationContext context, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folds);
        return FoldReport.Create(folds, context, options ?? new EvaluationOptions());
    }

    /// <summary>How much better this result is than another on the same clips: paired, so that clips that are hard for both do not count.</summary>
    /// <param name="baseline">A report with the same labels, of the same clips in the same folds, in any order.</param>
    /// <param name="options">How intervals are made; null for the defaults.</param>
    /// <exception cref="ArgumentException">Labels, clips, classes or folds differ, or a report was saved without its predictions.</exception>
    public ReportComparison Compare(EvaluationReport baseline, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return ReportComparison.Of(this, baseline, options ?? new EvaluationOptions());
    }

    /// <summary>The report as JSON.</summary>
    public string ToJson() => DocumentJson.Write(this, ReportDocuments.Settings);

    /// <summary>A few lines for a terminal.</summary>
    public string ToText() => TextReport.Write(this);

    /// <summary>The report as Markdown, for a model card or a page of results.</summary>
    public string ToMarkdown() => MarkdownReport.Write(this);

    /// <summary>The report as one HTML page with its plots inside; it loads nothing.</summary>
    public string ToHtml() => Html.HtmlReport.Write(this);

    /// <summary>Writes the report in the form the extension names: .json, .md, .html, or .svg for a drawing of the conditions. The file is replaced as a whole.</summary>
    /// <param name="path">The file; its folder is created when needed.</param>
    /// <exception cref="ArgumentException">The extension is another, or no conditions were tried that could be drawn.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => TextFile.Write(path, ReportFormats.Write(this, path));

    /// <summary>Reads a report from JSON.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="JsonException">The text is no report.</exception>
    public static EvaluationReport FromJson(string json) =>
        DocumentJson.Read<EvaluationReport>(json, ReportDocuments.Settings, ReportDocuments.Defaults);
}
