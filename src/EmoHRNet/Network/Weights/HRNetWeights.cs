using EmoHRNet.ModelFiles;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Weights;

/// <summary>
/// Loads weights by name from a safetensors file in the reference's layout: those published by timm, the official ones converted to
/// safetensors, and this library's own model files. All name their tensors alike, apart from a prefix such as <c>module.</c>, which is detected.
/// </summary>
public static class HRNetWeights
{
    /// <summary>Replaces the network's parameters and buffers.</summary>
    /// <param name="network">The network; its options say which variant it is.</param>
    /// <param name="path">The file, F32, F16 or BF16.</param>
    /// <param name="options">How strict to be; null is the default, strict.</param>
    /// <returns>Which tensors were loaded, adapted, kept, missing or unexpected.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a safetensors file, or <see cref="WeightLoadOptions.Strict"/> is set
    /// and a tensor is missing, unexpected or mismatched; the network is then unchanged.</exception>
    public static WeightLoadReport Load(HRNetModule network, string path, WeightLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return Load(network, file, options ?? new WeightLoadOptions());
    }

    private static WeightLoadReport Load(HRNetModule network, SafetensorsFile file, WeightLoadOptions options)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        Dictionary<string, Tensor> targets = network.state_dict();
        var names = ReferenceNames.Find(file.Tensors.Keys);
        var plan = WeightPlan.Make(targets, name => file.Tensors.GetValueOrDefault(names.InFile(name)), names.InNetwork(file.Tensors.Keys), options);
        if (options.Strict && !plan.Report.IsComplete)
        {
            throw new ModelFormatException($"The weights of '{file.Name}' do not fit the network: {plan.Report}.");
        }

        foreach (string name in plan.Report.Loaded)
        {
            Copy(file.Read(names.InFile(name)), targets[name], plan.Report.Adapted.Contains(name));
        }

        return plan.Report;
    }

    private static void Copy(StoredTensor stored, Tensor target, bool adapt)
    {
        if (!target.is_floating_point())
        {
            target.copy_(tensor(stored.ToInt64s(), target.shape));
            return;
        }

        Tensor values = tensor(stored.ToFloats(), [.. stored.Shape]);
        target.copy_(adapt ? InputAdaptation.Adapt(values, target.size(1)) : values);
    }
}
