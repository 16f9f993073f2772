using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Format;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>The metadata texts of an exported model, readable by people and by programs in any language.</summary>
internal static class OnnxMetadata
{
    private const string DescriptionKey = "emohrnet";
    private const string FormKey = "form";
    private const string PriorsKey = "label_priors";

    public static string Summary(OnnxModelInfo info) => info.Form == OnnxForm.Whole
        ? $"Speech emotion recognition: mono samples [N, time] at {info.Model.Preparation.SampleRate} Hz to probabilities of {string.Join(", ", info.Model.Labels)}."
        : $"Speech emotion recognition: windows of features to logits of {string.Join(", ", info.Model.Labels)}.";

    public static IEnumerable<StringStringEntryProto> Entries(OnnxModelInfo info)
    {
        ModelDescription model = info.Model;
        yield return Entry(FormKey, info.Form == OnnxForm.Whole ? "whole" : "network");
        yield return Entry("labels", Array([.. model.Labels]));
        yield return Entry("sample_rate", model.Preparation.SampleRate.ToString(CultureInfo.InvariantCulture));
        yield return Entry("license", model.License);
        yield return Entry("provenance", Object(model.Provenance.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))));
        if (info.LabelPriors is { } priors)
        {
            yield return Entry(PriorsKey, Object(priors.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))));
        }

        yield return Entry(DescriptionKey, model.ToJson());
    }

    /// <exception cref="ModelFormatException">The model was not exported by this library.</exception>
    public static OnnxModelInfo Read(ModelProto model, string source)
    {
        Dictionary<string, string> entries = [];
        foreach (StringStringEntryProto entry in model.MetadataProps)
        {
            entries[entry.Key] = entry.Value;
        }

        OnnxForm? form = entries.GetValueOrDefault(FormKey) switch { "whole" => OnnxForm.Whole, "network" => OnnxForm.Network, _ => null };
        return form is not null && entries.TryGetValue(DescriptionKey, out string? description)
            ? new OnnxModelInfo(form.Value, ModelDescription.FromJson(description, source), Priors(entries.GetValueOrDefault(PriorsKey), source))
            : throw new ModelFormatException($"'{source}' holds no description of an EmoHRNet model{Hint(source)}");
    }

    /// <summary>Describes a file that is not an exported model, as the end of a sentence.</summary>
    public static string Hint(string path)
    {
        try
        {
            ModelFile.ReadDescription(path);
            return ": it is a model file (.safetensors), which this library reads as it is; 'emohrnet export' makes an ONNX model of it.";
        }
        catch (Exception e) when (e is ModelFormatException or IOException)
        {
            return "; expected a file that 'emohrnet export' or OnnxExport wrote.";
        }
    }

    private static Dictionary<string, double>? Priors(string? json, string source)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json)!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<double>());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new ModelFormatException($"The label priors in '{source}' are not valid: {e.Message}", e);
        }
    }

    private static string Array(JsonNode?[] items) => new JsonArray(items).ToJsonString();

    private static string Object(IEnumerable<KeyValuePair<string, JsonNode?>> entries) => new JsonObject(entries).ToJsonString();

    private static StringStringEntryProto Entry(string key, string value) => new() { Key = key, Value = value };
}
