namespace EmoHRNet.Network.Weights;

/// <summary>Translates between the network's names and those of a file, which may put one prefix before all of them.</summary>
internal sealed class ReferenceNames
{
    // DataParallel, lightning and detection checkpoints of the same network.
    private static readonly string[] Prefixes = ["module.", "model.", "state_dict.", "backbone.", "model.module."];

    private readonly string _prefix;

    private ReferenceNames(string prefix) => _prefix = prefix;

    public static ReferenceNames Find(IEnumerable<string> fileNames)
    {
        var names = fileNames.ToHashSet(StringComparer.Ordinal);
        return new ReferenceNames(Prefixes.FirstOrDefault(prefix => names.Contains(prefix + "conv1.weight")) ?? "");
    }

    public string InFile(string networkName) => _prefix + networkName;

    public IEnumerable<string> InNetwork(IEnumerable<string> fileNames) => fileNames.Select(name =>
        _prefix.Length > 0 && name.StartsWith(_prefix, StringComparison.Ordinal) ? name[_prefix.Length..] : name);
}
