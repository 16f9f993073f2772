using System.Text.Json;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Documents;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Evaluation;

/// <summary>The result of an evaluation, with everything needed to judge and to reproduce it.</summary>
public sealed record EvaluationReport
{
    /// <summary>The file extensions that <see cref="Save"/> knows.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".json", ".md", ".html", ".svg"];

    /// <summary>The version of the JSON form.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>The model, the corpus and the split.</summary>
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

    /// <summary>
    /// What was drawn for the intervals. They do not include the variance of training: another seed gives another network.
    /// </summary>
    public ResamplingUnit IntervalUnit { get; init; } = ResamplingUnit.Clips;

    /// <summary>The confusion matrix: rows are true classes, columns predicted ones.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>How well confidences agree with accuracy.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>What different confidence thresholds keep, and how much of that is right; empty in reports of earlier versions.</summary>
    public IReadOnlyList<ThresholdMetrics> Thresholds { get; init; } = [];

    /// <summary>Each speaker, by name.</summary>
    public required IReadOnlyList<SpeakerMetrics> Speakers { get; init; }

    /// <summary>Each group of speakers (<see cref="EvaluationOptions.GroupBy"/>), by name; empty if the corpus has none.</summary>
    public IReadOnlyList<GroupMetrics> Groups { get; init; } = [];

    /// <summary>Each corpus, by name; empty when the corpora of the utterances are not known.</summary>
    public IReadOnlyList<CorpusMetrics> Corpora { get; init; } = [];

    /// <summary>Results under test conditions such as noise; null if none were tried. Set it with <c>with</c>.</summary>
    public RobustnessResult? Robustness { get; init; }

    /// <summary>The record of each training epoch; empty if not known. Set it with <c>with</c>.</summary>
    public IReadOnlyList<EpochRecord> Training { get; init; } = [];

    /// <summary>The epoch whose weights were evaluated; null if not known.</summary>
    public int? KeptEpoch { get; init; }

    /// <summary>Every prediction, so that other figures can be computed without the model.</summary>
    public IReadOnlyList<LabeledPrediction> Predictions { get; init; } = [];

    /// <summary>Evaluates predictions. Where they name folds (<see cref="LabeledPrediction.Fold"/>), the figures with intervals are means over folds.</summary>
    /// <param name="labels">The classes, in the model's order.</param>
    /// <param name="predictions">At least one prediction, each with a probability per class.</param>
    /// <param name="context">What a reader needs to interpret the result.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no prediction, or one does not fit the labels.</exception>
    public static EvaluationReport Create(
        IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> predictions, EvaluationContext context, EvaluationOptions? options = null) =>
        EvaluationSummary.Create(labels, predictions, context, options ?? new EvaluationOptions());

    /// <summary>Evaluates the mean of several models' predictions of the same clips: the result of an ensemble.</summary>
    /// <param name="reports">At least one report, all of the same clips in the same order, with the same labels.</param>
    /// <param name="context">What a reader needs to interpret the result.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="mean">How the probabilities are averaged.</param>
    /// <exception cref="ArgumentException">There is no report, labels or clips differ, or the mean is not defined.</exception>
    public static EvaluationReport Average(
        IReadOnlyList<EvaluationReport> reports, EvaluationContext context, EvaluationOptions? options = null, EnsembleMean mean = EnsembleMean.Arithmetic)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return reports.Count > 0
            ? Create(reports[0].Labels, PredictionAverage.Of(reports, mean), context, options)
            : throw new ArgumentException("There is no report to average; expected at least one.", nameof(reports));
    }

    /// <summary>
    /// Evaluates the folds of a cross-validation together: figures with intervals are means over folds, those under test conditions too, if
    /// every fold has them.
    /// </summary>
    /// <param name="folds">The report of each fold's test part, by the number of the fold; at least one, all with the same labels.</param>
    /// <param name="context">What a reader needs to interpret the result; what the models of the folds have heard is added.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no report, or labels or test conditions differ.</exception>
    public static EvaluationReport OfFolds(
        IReadOnlyDictionary<int, EvaluationReport> folds, EvaluationContext context, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folds);
        return FoldReport.Create(folds, context, options ?? new EvaluationOptions());
    }

    /// <summary>
    /// How much better this result is than another on the same clips: a paired comparison, in which clips that are hard for both cancel
    /// out.
    /// </summary>
    /// <param name="baseline">A report with the same labels, of the same clips in the same folds, in any order.</param>
    /// <param name="options">How intervals are computed; null for the defaults.</param>
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

    /// <summary>The report as a self-contained HTML page with its plots; it loads no other files.</summary>
    public string ToHtml() => Html.HtmlReport.Write(this);

    /// <summary>
    /// Writes the report in the format of the extension: .json, .md, .html, or .svg for a plot of the conditions. The file is replaced
    /// atomically.
    /// </summary>
    /// <param name="path">The file; its folder is created if needed.</param>
    /// <exception cref="ArgumentException">The extension is not known, or it is .svg and no conditions were tried.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => TextFile.Write(path, ReportFormats.Write(this, path));

    /// <summary>Reads a report from JSON.</summary>
    /// <param name="json">The output of <see cref="ToJson"/>.</param>
    /// <exception cref="JsonException">The text is not a report.</exception>
    public static EvaluationReport FromJson(string json) =>
        DocumentJson.Read<EvaluationReport>(json, ReportDocuments.Settings, ReportDocuments.Defaults);
}
