using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>One JSON object per line.</summary>
internal sealed class JsonLines : IResultFormat
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? Header => null;

    public string Line(ScoredFile result) => JsonSerializer.Serialize(result, Settings);
}
