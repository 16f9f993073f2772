using EmoHRNet.Audio.Options;

namespace EmoHRNet.Network.Weights;

/// <summary>Which tensors were loaded, and which were not.</summary>
/// <param name="Loaded">Tensors of the network that were replaced, including the adapted ones.</param>
/// <param name="Adapted">Those whose input channels were adapted.</param>
/// <param name="KeptHead">Tensors of the classifier that were kept, because the number of classes differs.</param>
/// <param name="Missing">Tensors of the network that the file does not have.</param>
/// <param name="Unexpected">Tensors of the file that the network does not have.</param>
/// <param name="Mismatched">Tensors that do not fit.</param>
public sealed record WeightLoadReport(
    IReadOnlyList<string> Loaded,
    IReadOnlyList<string> Adapted,
    IReadOnlyList<string> KeptHead,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unexpected,
    IReadOnlyList<WeightMismatch> Mismatched)
{
    /// <summary>Whether every tensor was present and fitted, or was adapted or kept as the options allow.</summary>
    public bool IsComplete => Missing.Count + Unexpected.Count + Mismatched.Count == 0;

    /// <summary>One line: how many tensors were loaded, and which were not.</summary>
    public override string ToString()
    {
        string[] parts =
        [
            $"{Loaded.Count} tensors fit",
            .. Part("adapted", Adapted),
            .. Part("head kept", KeptHead),
            .. Part("missing", Missing),
            .. Part("unexpected", Unexpected),
            .. Part("mismatched", [.. Mismatched.Select(mismatch => mismatch.ToString())]),
        ];
        return string.Join("; ", parts);
    }

    private static IEnumerable<string> Part(string what, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            yield return $"{what}: {ShortList.Of(names)}";
        }
    }
}
