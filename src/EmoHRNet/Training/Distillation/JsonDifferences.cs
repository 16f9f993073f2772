using System.Text.Json.Nodes;

namespace EmoHRNet.Training.Distillation;

/// <summary>Lists the options in which two records differ, by their JSON.</summary>
internal static class JsonDifferences
{
    private const int LongestValue = 60;

    /// <summary>A phrase for each option that differs, such as <c>features.mel.bandCount is 64 instead of 80</c>.</summary>
    public static IEnumerable<string> Between(string name, JsonNode? found, JsonNode? expected)
    {
        if (found is JsonObject left && expected is JsonObject right)
        {
            return left.Select(member => member.Key).Union(right.Select(member => member.Key))
                .SelectMany(key => Between($"{name}.{key}", left[key], right[key]));
        }

        return JsonNode.DeepEquals(found, expected) ? [] : [$"{name} is {Short(found)} instead of {Short(expected)}"];
    }

    private static string Short(JsonNode? value)
    {
        string text = value?.ToJsonString() ?? "null";
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }
}
