using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EmoHRNet.Evaluation;

/// <summary>Writes a list of numbers exactly and on one line, so that a report with every prediction stays readable.</summary>
internal sealed class CompactNumbersConverter : JsonConverter<IReadOnlyList<float>>
{
    public override IReadOnlyList<float> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Numbers(options)) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<float> value, JsonSerializerOptions options)
    {
        if (value.All(float.IsFinite))
        {
            writer.WriteRawValue($"[{string.Join(", ", value.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]");
        }
        else
        {
            JsonSerializer.Serialize(writer, value.ToArray(), Numbers(options));
        }
    }

    private static JsonTypeInfo<float[]> Numbers(JsonSerializerOptions options) => (JsonTypeInfo<float[]>)options.GetTypeInfo(typeof(float[]));
}
