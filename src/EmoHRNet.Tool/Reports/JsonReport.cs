using System.Text.Json;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>One JSON object per line, for programs.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
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

    public void Add(string file, EmotionPrediction prediction) =>
        output.WriteLine(JsonSerializer.Serialize(PredictedFile.Of(file, prediction), PredictionDocuments.Line));

    public void End() => output.Flush();
}
