using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.OnnxRuntime.Tests.Graphs;

/// <summary>The tensors of a TorchSharp network as in a model file.</summary>
internal static class ModuleWeights
{
    public static IReadOnlyDictionary<string, StoredTensor> Of(HRNetModule module)
    {
        using DisposeScope scope = NewDisposeScope();
        return module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.dtype == ScalarType.Int64
            ? StoredTensor.FromInt64s(entry.Key, entry.Value.shape, entry.Value.data<long>().ToArray())
            : StoredTensor.FromFloats(entry.Key, entry.Value.shape, entry.Value.detach().contiguous().data<float>().ToArray()));
    }
}
