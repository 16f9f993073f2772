using EmoHRNet.ModelFiles;

namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>Checks that the tensors of a model are those its network needs: none missing, none besides, all of their shapes.</summary>
internal static class TensorCheck
{
    private const int NamedInMessage = 5;

    /// <exception cref="ModelFormatException">They are not; the first few of each kind are named.</exception>
    public static void Check(
        IReadOnlyDictionary<string, ExpectedTensor> expected, IReadOnlyDictionary<string, StoredTensor> tensors, string source)
    {
        List<string> problems =
        [
            .. Named("missing", expected.Keys.Where(name => !tensors.ContainsKey(name))),
            .. Named("not part of the network", tensors.Keys.Where(name => !expected.ContainsKey(name))),
            .. Named("of another shape or type", expected.Values.Select(e => Mismatch(e, tensors.GetValueOrDefault(e.Name))).OfType<string>()),
        ];
        if (problems.Count > 0)
        {
            throw new ModelFormatException($"The tensors of '{source}' do not fit the network it describes: {string.Join("; ", problems)}.");
        }
    }

    private static string? Mismatch(ExpectedTensor expected, StoredTensor? found)
    {
        bool isInteger = found?.Type == TensorDataType.I64;
        bool isFloating = found?.Type is TensorDataType.F32 or TensorDataType.F16 or TensorDataType.BF16;
        bool fits = found is null || ((expected.IsInteger ? isInteger : isFloating) && expected.Shape.SequenceEqual(found.Shape));
        return fits
            ? null
            : $"{expected.Name} (found {found!.Type} {Describe(found.Shape)}, expected {(expected.IsInteger ? "I64" : "a float type")} "
                + $"{Describe(expected.Shape)})";
    }

    private static string Describe(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    private static IEnumerable<string> Named(string what, IEnumerable<string> names)
    {
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            string more = all.Length > NamedInMessage ? $" and {all.Length - NamedInMessage} more" : "";
            yield return $"{what}: {string.Join(", ", all.Take(NamedInMessage))}{more}";
        }
    }
}
