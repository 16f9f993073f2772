using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.Documents;

namespace EmoHRNet.Splits;

/// <summary>How split files are written and read, with type information generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SplitDocument))]
internal sealed partial class SplitDocuments : JsonSerializerContext
{
    public static JsonSerializerOptions Settings { get; } = DocumentJson.Indented(new SplitDocuments());

    public static JsonDefaults Defaults { get; } = new(Settings);
}
