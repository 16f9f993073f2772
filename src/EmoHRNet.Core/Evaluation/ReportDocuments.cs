using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.Documents;

namespace EmoHRNet.Evaluation;

/// <summary>How reports, folds and their summary are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(FoldResult))]
[JsonSerializable(typeof(FoldSummary))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(int[]))]
internal sealed partial class ReportDocuments : JsonSerializerContext
{
    public static JsonSerializerOptions Settings { get; } = DocumentJson.Indented(new ReportDocuments(), DocumentJson.Name<ResamplingUnit>());

    /// <summary>Lists and texts missing from a report are empty.</summary>
    public static JsonDefaults Defaults { get; } = new JsonDefaults(Settings)
        .Add(new EvaluationContext { LibraryVersion = "" })
        .Add(new EvaluationReport
        {
            Context = new EvaluationContext(),
            Labels = [],
            Metrics = new ClassificationMetrics { Count = 0, Accuracy = 0, UnweightedAccuracy = 0, MacroF1 = 0, Classes = [] },
            Accuracy = new ConfidenceInterval(0, 0, 0),
            UnweightedAccuracy = new ConfidenceInterval(0, 0, 0),
            MacroF1 = new ConfidenceInterval(0, 0, 0),
            Confusion = [],
            Calibration = new Calibration(0, [], 0, 0),
            Speakers = [],
        });
}
