using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EmoHRNet.Evaluation;

/// <summary>Writes a list of numbers exactly and on one line, so that a report with every prediction stays readable.</summary>
internal sealed class CompactNumbersConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : INumber<T>
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Numbers(options)) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        if (value.All(T.IsFinite))
        {
            writer.WriteRawValue($"[{string.Join(", ", value.Select(number => number.ToString(null, CultureInfo.InvariantCulture)))}]");
        }
        else
        {
            JsonSerializer.Serialize(writer, value.ToArray(), Numbers(options));
        }
    }

    private static JsonTypeInfo<T[]> Numbers(JsonSerializerOptions options) => (JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]));
}
