using System.Text.Json;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>One JSON object per line, for programs.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    public void Begin(IReadOnlyList<string> files, ModelDescription model)
    {
        if (model.License.Length > 0)
        {
            Console.Error.WriteLine(model.License);
        }
    }

    public void Add(string file, EmotionPrediction prediction) =>
        output.WriteLine(JsonSerializer.Serialize(PredictedFile.Of(file, prediction), PredictionDocuments.Line));

    public void Remark(string text) => Console.Error.WriteLine(text);

    public void End() => output.Flush();
}
