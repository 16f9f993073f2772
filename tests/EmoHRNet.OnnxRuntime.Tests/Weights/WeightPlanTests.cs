using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Graphs;
using EmoHRNet.OnnxRuntime.Tests.Graphs;

namespace EmoHRNet.OnnxRuntime.Tests.Weights;

public class WeightPlanTests
{
    private static readonly HRNetOptions Options = HRNetPresets.EmoHRNetQuick(3);

    [Fact]
    public void Write_TensorsOfAnotherNetwork_AreAllNamed()
    {
        using HRNetModule module = new(Options, seed: 1);
        Dictionary<string, StoredTensor> tensors = new(ModuleWeights.Of(module));
        tensors.Remove("classifier.bias");
        tensors["conv1.weight"] = StoredTensor.FromFloats("conv1.weight", [1], [0f]);
        tensors["bn1.num_batches_tracked"] = StoredTensor.FromFloats("bn1.num_batches_tracked", [], [0f]);
        tensors["extra"] = StoredTensor.FromFloats("extra", [1], [0f]);
        ModelFormatException e = Assert.Throws<ModelFormatException>(() => HRNetGraph.Write(Options, tensors, "m.safetensors"));
        Assert.Contains("'m.safetensors'", e.Message, StringComparison.Ordinal);
        Assert.Contains("missing: classifier.bias", e.Message, StringComparison.Ordinal);
        Assert.Contains("not part of the network: extra", e.Message, StringComparison.Ordinal);
        Assert.Contains("conv1.weight (found F32 [1], expected a float type [16, 1, 3, 3])", e.Message, StringComparison.Ordinal);
        Assert.Contains("bn1.num_batches_tracked (found F32 [], expected I64 [])", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PresetNames))]
    public void Expected_Preset_IsWhatTheModuleHas(string name)
    {
        HRNetOptions options = HRNetPresets.Create(name, 5, 2);
        using HRNetModule module = new(options, device: TorchSharp.torch.META);
        Dictionary<string, SafetensorsEntry> entries = module.state_dict().ToDictionary(
            entry => entry.Key,
            entry => new SafetensorsEntry(
                entry.Key,
                entry.Value.dtype == TorchSharp.torch.ScalarType.Int64 ? TensorDataType.I64 : TensorDataType.F32,
                entry.Value.shape,
                Offset: 0,
                ByteCount: 0));
        HRNetGraph.Check(options, entries, name);
        Assert.True(entries.Remove(entries.Keys.Last()));
        Assert.Throws<ModelFormatException>(() => HRNetGraph.Check(options, entries, name));
    }

    [Fact]
    public void Check_OptionsThatPromiseMillionsOfLayers_IsRefusedBeforeAnyIsWritten()
    {
        StageOptions stage = new() { Widths = [1, 1, 1, 1, 1, 1], BlockCount = 64, ModuleCount = 64 };
        HRNetOptions vast = Options with { Stages = [stage, stage, stage, stage, stage, stage, stage, stage] };
        Dictionary<string, SafetensorsEntry> one = new() { ["conv1.weight"] = new("conv1.weight", TensorDataType.F32, [1], 0, 4) };
        ModelFormatException e = Assert.Throws<ModelFormatException>(() => HRNetGraph.Check(vast, one, "m.safetensors"));
        Assert.Contains("196608 residual blocks", e.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> PresetNames => [.. HRNetPresets.Names];
}
