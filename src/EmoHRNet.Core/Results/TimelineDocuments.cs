using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmoHRNet.Results;

/// <summary>How timelines are written, with type information generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TimelineDocument))]
internal sealed partial class TimelineDocuments : JsonSerializerContext
{
    public static JsonSerializerOptions Settings { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new TimelineDocuments(),
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
