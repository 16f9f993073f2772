using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmoHRNet.Tool.Live;

/// <summary>JSON serialization of live segments, generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HeardSegment))]
internal sealed partial class LiveDocuments : JsonSerializerContext;
