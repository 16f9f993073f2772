using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>One JSON object per line, for programs.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void Begin(IReadOnlyList<string> files, ModelDescription model, string? remark)
    {
        if (model.License.Length > 0)
        {
            Console.Error.WriteLine(model.License);
        }

        if (remark is not null)
        {
            Console.Error.WriteLine(remark);
        }
    }

    public void Add(string file, EmotionPrediction prediction) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            File = file,
            prediction.Label,
            prediction.Confidence,
            prediction.Probabilities,
            Seconds = prediction.Duration.TotalSeconds,
            Milliseconds = prediction.Timings.Total.TotalMilliseconds,
            Notes = prediction.Notes.Count > 0 ? prediction.Notes : null,
        },
        Settings));

    public void End() => output.Flush();
}
