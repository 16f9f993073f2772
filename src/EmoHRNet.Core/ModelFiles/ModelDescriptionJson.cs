using System.Text.Json;
using EmoHRNet.Audio.Options;
using EmoHRNet.Documents;

namespace EmoHRNet.ModelFiles;

/// <summary>Writes and reads a model description as the JSON of a model file.</summary>
internal static class ModelDescriptionJson
{
    public static string Write(ModelDescription description) => DocumentJson.Write(description, ModelDocuments.Settings);

    /// <exception cref="ModelFormatException">The text is not a valid description.</exception>
    public static ModelDescription Read(string json, string source)
    {
        try
        {
            CheckVersion(json, source);
            ModelDescription description = DocumentJson.Read<ModelDescription>(json, ModelDocuments.Settings, ModelDocuments.Defaults);
            description.Validate();
            return description;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new ModelFormatException($"The description in '{source}' is not valid: {e.Message}", e);
        }
        catch (InvalidOptionsException e)
        {
            throw new ModelFormatException($"The description in '{source}' does not describe a model: {e.Message}", e);
        }
    }

    /// <summary>Checks the version before anything else is read, because a later version may have changed the rest.</summary>
    private static void CheckVersion(string json, string source)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        bool found = document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("formatVersion", out JsonElement version)
            && version.TryGetInt32(out int number)
            && number == ModelDescription.CurrentFormatVersion;
        if (!found)
        {
            throw new ModelFormatException(
                $"'{source}' is not of format version {ModelDescription.CurrentFormatVersion}, the one this library reads. "
                + "A file of a later version needs a later version of the library.");
        }
    }
}
