using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmoHRNet.ModelFiles;

/// <summary>Converts a set of fingerprints to and from one JSON string.</summary>
internal sealed class FingerprintSetConverter : JsonConverter<FingerprintSet>
{
    public override FingerprintSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return FingerprintSet.Parse(reader.GetString()!);
        }
        catch (FormatException exception)
        {
            throw new JsonException($"Fingerprints cannot be read: {exception.Message}", exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, FingerprintSet value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
