using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EmoHRNet.Tool.Reports;

/// <summary>JSON serialization of predictions, generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PredictedFile))]
internal sealed partial class PredictionDocuments : JsonSerializerContext
{
    private static readonly PredictionDocuments Lines = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Compact, without null properties.</summary>
    public static JsonTypeInfo<PredictedFile> Line => Lines.PredictedFile;
}
