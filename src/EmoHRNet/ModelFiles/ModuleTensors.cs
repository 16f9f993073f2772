using EmoHRNet.Audio.Options;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.ModelFiles;

/// <summary>Copies a module's parameters and buffers to stored tensors, and back if every one of them fits.</summary>
internal static class ModuleTensors
{
    /// <summary>Copies all parameters and buffers to managed memory, whatever device they are on.</summary>
    /// <param name="module">The module.</param>
    /// <param name="prefix">Put before every name.</param>
    /// <param name="type">How floating-point numbers are stored; integers stay integers.</param>
    public static IReadOnlyList<StoredTensor> Capture(nn.Module module, string prefix = "", TensorDataType type = TensorDataType.F32) =>
        Capture(module.state_dict(), prefix, type);

    /// <summary>Copies named tensors to managed memory, whatever device they are on.</summary>
    public static IReadOnlyList<StoredTensor> Capture(
        IReadOnlyDictionary<string, Tensor> values, string prefix = "", TensorDataType type = TensorDataType.F32)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        return [.. values.Select(entry => Capture(prefix + entry.Key, entry.Value, type))];
    }

    /// <summary>Replaces all parameters and buffers, or none of them.</summary>
    /// <param name="module">The module.</param>
    /// <param name="tensors">The tensors by the module's names; floating-point types are converted.</param>
    /// <param name="source">The source of the tensors, for messages.</param>
    /// <exception cref="ModelFormatException">A tensor is missing, is not one of the module's, or has another shape or type; all are named.</exception>
    public static void Restore(nn.Module module, IReadOnlyDictionary<string, StoredTensor> tensors, string source) =>
        Restore(module.state_dict(), tensors, source);

    /// <summary>Replaces the values of all named tensors, or of none.</summary>
    /// <exception cref="ModelFormatException">As for a module.</exception>
    public static void Restore(IReadOnlyDictionary<string, Tensor> targets, IReadOnlyDictionary<string, StoredTensor> tensors, string source)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        Check(targets, tensors.ToDictionary(t => t.Key, t => (t.Value.Type, t.Value.Shape)), source);
        foreach ((string name, Tensor target) in targets)
        {
            target.copy_(target.is_floating_point()
                ? tensor(tensors[name].ToFloats(), target.shape)
                : tensor(tensors[name].ToInt64s(), target.shape));
        }
    }

    /// <summary>Checks that stored tensors are a module's, before any of them is read; the module may be on the META device.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing, is not one of the module's, or has another shape or type; all are named.</exception>
    public static void Check(nn.Module module, IReadOnlyDictionary<string, SafetensorsEntry> entries, string source) =>
        Check(module.state_dict(), entries.ToDictionary(t => t.Key, t => (t.Value.Type, t.Value.Shape)), source);

    private static StoredTensor Capture(string name, Tensor value, TensorDataType type)
    {
        Tensor local = value.detach().cpu().contiguous();
        return value.is_floating_point()
            ? StoredTensor.FromFloats(name, value.shape, local.to_type(ScalarType.Float32).data<float>().ToArray(), type)
            : StoredTensor.FromInt64s(name, value.shape, local.to_type(ScalarType.Int64).data<long>().ToArray());
    }

    private static void Check(
        IReadOnlyDictionary<string, Tensor> targets, Dictionary<string, (TensorDataType Type, IReadOnlyList<long> Shape)> tensors, string source)
    {
        List<string> problems =
        [
            .. Named("missing", targets.Keys.Where(name => !tensors.ContainsKey(name))),
            .. Named("not part of the network", tensors.Keys.Where(name => !targets.ContainsKey(name))),
            .. Named("of another shape or type", targets.Where(t => tensors.ContainsKey(t.Key)).Select(t => Mismatch(t.Key, t.Value, tensors[t.Key])).OfType<string>()),
        ];
        if (problems.Count > 0)
        {
            throw new ModelFormatException($"The tensors of '{source}' do not fit the network it describes: {string.Join("; ", problems)}.");
        }
    }

    private static string? Mismatch(string name, Tensor target, (TensorDataType Type, IReadOnlyList<long> Shape) stored)
    {
        bool floating = stored.Type is TensorDataType.F32 or TensorDataType.F16 or TensorDataType.BF16;
        bool fits = target.shape.SequenceEqual(stored.Shape) && (target.is_floating_point() ? floating : stored.Type == TensorDataType.I64);
        string expected = target.is_floating_point() ? "a float type" : "I64";
        return fits
            ? null
            : $"{name} (found {stored.Type} {SafetensorsEntry.Describe(stored.Shape)}, expected {expected} {SafetensorsEntry.Describe(target.shape)})";
    }

    private static IEnumerable<string> Named(string what, IEnumerable<string> names)
    {
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        if (all.Length > 0)
        {
            yield return $"{what}: {ShortList.Of(all)}";
        }
    }
}
