using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>
/// Checks that a model has exactly the tensors that its network needs: none missing, none extra, all with the right shapes.
/// </summary>
internal static class TensorCheck
{
    /// <param name="expected">The tensors that the network needs.</param>
    /// <param name="tensors">The type and shape of each tensor found.</param>
    /// <param name="source">The origin of the tensors, for the message.</param>
    /// <exception cref="ModelFormatException">The tensors differ; the message names the first few of each kind.</exception>
    public static void Check(
        IReadOnlyDictionary<string, ExpectedTensor> expected,
        IReadOnlyDictionary<string, (TensorDataType Type, IReadOnlyList<long> Shape)> tensors,
        string source)
    {
        List<string> problems =
        [
            .. Named("missing", expected.Keys.Where(name => !tensors.ContainsKey(name))),
            .. Named("not part of the network", tensors.Keys.Where(name => !expected.ContainsKey(name))),
            .. Named("of another shape or type", expected.Values.Where(e => tensors.ContainsKey(e.Name))
                .Select(e => Mismatch(e, tensors[e.Name].Type, tensors[e.Name].Shape)).OfType<string>()),
        ];
        if (problems.Count > 0)
        {
            throw new ModelFormatException($"The tensors of '{source}' do not fit the network it describes: {string.Join("; ", problems)}.");
        }
    }

    private static string? Mismatch(ExpectedTensor expected, TensorDataType type, IReadOnlyList<long> shape)
    {
        bool isFloating = type is TensorDataType.F32 or TensorDataType.F16 or TensorDataType.BF16;
        bool fits = (expected.IsInteger ? type == TensorDataType.I64 : isFloating) && expected.Shape.SequenceEqual(shape);
        return fits
            ? null
            : $"{expected.Name} (found {type} {Describe(shape)}, expected {(expected.IsInteger ? "I64" : "a float type")} {Describe(expected.Shape)})";
    }

    private static string Describe(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    private static IEnumerable<string> Named(string what, IEnumerable<string> names)
    {
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            yield return $"{what}: {ShortList.Of(all)}";
        }
    }
}
