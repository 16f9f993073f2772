using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EmoHRNet.Documents;

/// <summary>How documents are written as JSON and read again: camelCase, enumerations by name, without reflection.</summary>
internal static class DocumentJson
{
    /// <summary>The settings of documents that people read: indented, without null values.</summary>
    /// <param name="types">The generated type information.</param>
    /// <param name="converters">Converters for enumerations and other special types.</param>
    public static JsonSerializerOptions Indented(IJsonTypeInfoResolver types, params IReadOnlyList<JsonConverter> converters) => Frozen(
        new(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = types,
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        },
        converters);

    /// <summary>The settings of documents that decide what is computed: unknown properties are rejected.</summary>
    /// <inheritdoc cref="Indented" path="/param"/>
    public static JsonSerializerOptions Strict(IJsonTypeInfoResolver types, params IReadOnlyList<JsonConverter> converters) => Frozen(
        new(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = types,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
        },
        converters);

    /// <summary>A converter that writes an enumeration as its name in camelCase; numbers are rejected.</summary>
    public static JsonConverter Name<TEnum>()
        where TEnum : struct, Enum => new JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    /// <summary>Writes a document.</summary>
    public static string Write<T>(T value, JsonSerializerOptions settings) => JsonSerializer.Serialize(value, TypeInfo<T>(settings));

    /// <summary>Reads a document; missing properties have their defaults.</summary>
    /// <exception cref="JsonException">The text is not a document of this type.</exception>
    public static T Read<T>(string json, JsonSerializerOptions settings, JsonDefaults defaults)
    {
        JsonNode? node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = settings.AllowDuplicateProperties });
        defaults.Fill(node, settings.GetTypeInfo(typeof(T)));
        return node.Deserialize(TypeInfo<T>(settings)) ?? throw new JsonException("It is empty.");
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions settings) => (JsonTypeInfo<T>)settings.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Frozen(JsonSerializerOptions settings, IReadOnlyList<JsonConverter> converters)
    {
        foreach (JsonConverter converter in converters)
        {
            settings.Converters.Add(converter);
        }

        settings.MakeReadOnly();
        return settings;
    }
}
