using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.TestSupport;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.ModelFiles;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_SavedModel_GivesTheSameLogitsInEvaluationMode()
    {
        using HRNetModule module = new(TestModel.Network, seed: 7);
        ModelFile.Save(_folder["m.safetensors"], module, TestModel.Description);
        using LoadedModel loaded = ModelFile.Load(_folder["m.safetensors"]);
        Assert.False(loaded.Module.training);
        Assert.Equal(Logits(module), Logits(loaded.Module));
    }

    [Fact]
    public void Save_HalfPrecision_HalvesTheFileAndKeepsLogitsClose()
    {
        using HRNetModule module = new(TestModel.Network, seed: 7);
        ModelFile.Save(_folder["32"], module, TestModel.Description);
        ModelFile.Save(_folder["16"], module, TestModel.Description, TensorDataType.F16);
        Assert.InRange((double)new FileInfo(_folder["16"]).Length / new FileInfo(_folder["32"]).Length, 0.5, 0.7);
        using LoadedModel loaded = ModelFile.Load(_folder["16"]);
        Assert.All(Logits(module).Zip(Logits(loaded.Module)), pair => Assert.Equal(pair.First, pair.Second, 0.02f));
    }

    [Fact]
    public void ReadDescription_SavedModel_IsTheSame()
    {
        ModelDescription read = ModelFile.ReadDescription(TestModel.Save(_folder["m"]));
        Assert.Equal(TestModel.Description.Labels, read.Labels);
        Assert.Equal(TestModel.Network, read.Network);
        Assert.Equal(TestModel.Description.Features, read.Features);
        Assert.Equal(TestModel.Description.Preparation, read.Preparation);
        Assert.Equal(TestModel.Description.HeldOut, read.HeldOut);
        Assert.Equal(TestModel.Description.Provenance, read.Provenance);
        Assert.Equal((48, 1.5, "test license", 1), (read.WindowFrames, read.Temperature, read.License, read.FormatVersion));
    }

    [Fact]
    public void Save_LoadAndSaveAgain_IsTheSameFile()
    {
        TestModel.Save(_folder["a"]);
        using LoadedModel loaded = ModelFile.Load(_folder["a"]);
        ModelFile.Save(_folder["b"], loaded.Module, loaded.Description);
        Assert.Equal(File.ReadAllBytes(_folder["a"]), File.ReadAllBytes(_folder["b"]));
    }

    [Fact]
    public void Save_DescriptionOfAnotherNetwork_IsRefusedAndTheOldFileSurvives()
    {
        TestModel.Save(_folder["m"]);
        byte[] before = File.ReadAllBytes(_folder["m"]);
        using HRNetModule other = new(TestModel.Network with { ClassCount = 5 }, seed: 1);
        Assert.Throws<ArgumentException>(() => ModelFile.Save(_folder["m"], other, TestModel.Description));
        Assert.Equal(before, File.ReadAllBytes(_folder["m"]));
    }

    [Fact]
    public void Save_ContradictingDescription_NamesEveryProblem()
    {
        ModelDescription wrong = TestModel.Description with { Labels = ["a", "a"], WindowFrames = 0, Temperature = double.NaN };
        using HRNetModule module = new(TestModel.Network, seed: 1);
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => ModelFile.Save(_folder["m"], module, wrong));
        Assert.Equal(["Labels", "WindowFrames", "Temperature"], e.Problems.Select(p => p.Name));
    }

    [Fact]
    public void Save_LabelsAndOutputsDiffer_IsRefused()
    {
        using HRNetModule module = new(TestModel.Network, seed: 1);
        Assert.Throws<InvalidOptionsException>(() => ModelFile.Save(_folder["m"], module, TestModel.Description with { Labels = ["a", "b"] }));
    }

    [Fact]
    public void Load_AllTimes_LeavesTheGlobalGeneratorAsItWas()
    {
        TestModel.Save(_folder["m"]);
        random.manual_seed(5);
        using Tensor expected = rand(4);
        random.manual_seed(5);
        ModelFile.Load(_folder["m"]).Dispose();
        using Tensor after = rand(4);
        Assert.Equal(expected.data<float>().ToArray(), after.data<float>().ToArray());
    }

    private static float[] Logits(HRNetModule module)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = inference_mode();
        module.eval();
        Tensor input = linspace(-2, 2, 2 * 32 * 48).reshape(2, 1, 32, 48);
        return module.call(input).data<float>().ToArray();
    }
}
