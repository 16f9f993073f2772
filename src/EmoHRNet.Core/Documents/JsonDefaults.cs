using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EmoHRNet.Documents;

/// <summary>Fills missing properties of a JSON document with the defaults of its types. Thread-safe once all examples are added.</summary>
/// <remarks>
/// Generated deserialization sets every init-only property, a missing one to null or zero: the default that the property's own initializer
/// gives would be lost.
/// </remarks>
internal sealed class JsonDefaults(JsonSerializerOptions settings)
{
    private readonly Dictionary<Type, JsonObject> _examples = [];

    /// <summary>Takes the defaults of a type from an object whose properties, except required ones, have their defaults.</summary>
    public JsonDefaults Add<T>(T example)
    {
        var type = (JsonTypeInfo<T>)settings.GetTypeInfo(typeof(T));
        JsonObject members = JsonSerializer.SerializeToNode(example, type)!.AsObject();
        foreach (JsonPropertyInfo required in type.Properties.Where(property => property.IsRequired))
        {
            members.Remove(required.Name);
        }

        _examples[typeof(T)] = members;
        return this;
    }

    /// <summary>Adds missing properties to the document and everything in it.</summary>
    public void Fill(JsonNode? node, JsonTypeInfo type)
    {
        switch (node)
        {
            case JsonObject members when type.Kind == JsonTypeInfoKind.Object:
                FillMembers(members, type);
                break;
            case JsonObject members when type.Kind == JsonTypeInfoKind.Dictionary:
                FillAll(members.Select(member => member.Value), type);
                break;
            case JsonArray items when type.Kind == JsonTypeInfoKind.Enumerable:
                FillAll(items, type);
                break;
        }
    }

    private void FillMembers(JsonObject members, JsonTypeInfo type)
    {
        foreach ((string name, JsonNode? value) in _examples.GetValueOrDefault(type.Type) ?? [])
        {
            if (!members.ContainsKey(name))
            {
                members[name] = value?.DeepClone();
            }
        }

        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (members[property.Name] is { } value and not JsonValue)
            {
                Fill(value, settings.GetTypeInfo(property.PropertyType));
            }
        }
    }

    private void FillAll(IEnumerable<JsonNode?> items, JsonTypeInfo type)
    {
        if (type.ElementType is { } element && settings.GetTypeInfo(element) is { Kind: not JsonTypeInfoKind.None } elementType)
        {
            foreach (JsonNode? item in items)
            {
                Fill(item, elementType);
            }
        }
    }
}
