using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmoHRNet.Tool.Live;

/// <summary>How live answers are written, generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HeardSegment))]
internal sealed partial class LiveDocuments : JsonSerializerContext;
