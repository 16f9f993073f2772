namespace EmoHRNet.Network.Summary;

/// <summary>Groups layers into parts by the prefix of their names.</summary>
internal static class LayerGroups
{
    /// <summary>One row for each part, in order of execution; its output shape is taken from its last layer, or from the
    /// branch that an exchange flows into.</summary>
    public static IReadOnlyList<LayerSummary> Group(IEnumerable<LayerSummary> layers)
    {
        IGrouping<string, LayerSummary>[] parts = [.. layers.GroupBy(layer => PartOf(layer.Name))];
        var outputs = parts.ToDictionary(part => part.Key, part => part.Last().OutputShape);
        return
        [
            .. parts.Select(part => new LayerSummary(
                part.Key,
                outputs[part.Key.Replace("fuse_layers", "branches", StringComparison.Ordinal)],
                part.Sum(layer => layer.ParameterCount),
                part.Sum(layer => layer.MultiplyAdds))),
        ];
    }

    // stage3.0.branches.1.… → stage3.0.branches.1; layer1.… → layer1; bn1 belongs to conv1.
    private static string PartOf(string name)
    {
        string[] parts = name.Split('.');
        return parts[0] switch
        {
            ['s', 't', 'a', 'g', 'e', ..] => string.Join('.', parts.Take(4)),
            ['b', 'n', .. string number] => "conv" + number,
            "incre_modules" or "downsamp_modules" => string.Join('.', parts.Take(2)),
            ['t', 'r', 'a', 'n', ..] => string.Join('.', parts.Take(2)),
            _ => parts[0],
        };
    }
}
