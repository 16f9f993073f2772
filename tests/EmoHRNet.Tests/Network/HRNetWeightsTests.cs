using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Network.Weights;
using EmoHRNet.TestSupport;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class HRNetWeightsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("module.")]
    public void Load_SameVariant_ReplacesEveryTensor(string prefix)
    {
        using var folder = new TemporaryFolder();
        using HRNetModule source = Source();
        string path = Save(folder, source, prefix);
        using var network = new HRNetModule(Small());
        WeightLoadReport report = HRNetWeights.Load(network, path);
        Assert.True(report.IsComplete);
        Assert.Equal(network.state_dict().Count, report.Loaded.Count);
        AssertSame(source, network, network.state_dict().Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Load_FewerInputChannels_RespondsToEqualChannelsAsTheOriginal(int channels)
    {
        using var folder = new TemporaryFolder();
        using HRNetModule source = Source();
        string path = Save(folder, source);
        using var network = new HRNetModule(Small() with { InputChannels = channels });
        Assert.Equal(["conv1.weight"], HRNetWeights.Load(network, path).Adapted);
        source.eval();
        network.eval();
        using Tensor gray = randn([1, 1, 32, 32], generator: new Generator(1));
        using Tensor expected = source.call(gray.expand(1, 3, 32, 32));
        using Tensor actual = network.call(gray.expand(1, channels, 32, 32));
        Assert.True(actual.allclose(expected, rtol: 1e-3, atol: 1e-4));
    }

    [Fact]
    public void Load_OtherClasses_KeepsTheNewHead()
    {
        using var folder = new TemporaryFolder();
        using HRNetModule source = Source();
        string path = Save(folder, source);
        using var network = new HRNetModule(Small() with { ClassCount = 4 }, seed: 1);
        float[] head = network.get_parameter("classifier.weight")!.data<float>().ToArray();
        WeightLoadReport report = HRNetWeights.Load(network, path);
        Assert.Equal(["classifier.weight", "classifier.bias"], report.KeptHead);
        Assert.Equal(head, network.get_parameter("classifier.weight")!.data<float>().ToArray());
        AssertSame(source, network, report.Loaded);
    }

    [Fact]
    public void Load_TensorsDoNotFit_StrictlyChangesNothingAndNamesThem()
    {
        using var folder = new TemporaryFolder();
        string path = Broken(folder);
        using var network = new HRNetModule(Small(), seed: 1);
        float[] before = network.get_parameter("conv1.weight")!.data<float>().ToArray();
        var exception = Assert.Throws<ModelFormatException>(() => HRNetWeights.Load(network, path));
        Assert.Contains("missing: bn1.bias", exception.Message, StringComparison.Ordinal);
        Assert.Contains("unexpected: extra", exception.Message, StringComparison.Ordinal);
        Assert.Contains("conv2.weight (found F32 [1], expected a float type [64, 64, 3, 3])", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.get_parameter("conv1.weight")!.data<float>().ToArray());
    }

    [Fact]
    public void Load_TensorsDoNotFit_Leniently_LoadsTheOthersAndReports()
    {
        using var folder = new TemporaryFolder();
        string path = Broken(folder);
        using var network = new HRNetModule(Small(), seed: 1);
        WeightLoadReport report = HRNetWeights.Load(network, path, new WeightLoadOptions { Strict = false });
        Assert.Equal(["bn1.bias"], report.Missing);
        Assert.Equal(["extra"], report.Unexpected);
        Assert.Equal("conv2.weight", Assert.Single(report.Mismatched).Name);
        using HRNetModule source = Source();
        AssertSame(source, network, report.Loaded);
    }

    [Fact]
    public void FreezeThrough_StageTwo_TrainsTheRestOnly()
    {
        using var network = new HRNetModule(Small(), seed: 1);
        network.FreezeThrough(2);
        network.train();
        string[] trained = [.. network.named_parameters().Where(p => p.parameter.requires_grad).Select(p => p.name.Split('.')[0]).Distinct()];
        Assert.Equal(
            ["transition2", "stage3", "transition3", "stage4", "incre_modules", "downsamp_modules", "final_layer", "classifier"], trained);
        float[] before = Statistics(network, "stage2.0.branches.0.0.bn1.running_mean");
        float[] later = Statistics(network, "stage3.0.branches.0.0.bn1.running_mean");
        using Tensor input = randn([2, 3, 64, 64], generator: new Generator(1));
        using Tensor logits = network.call(input);
        logits.sum().backward();
        Assert.Equal(before, Statistics(network, "stage2.0.branches.0.0.bn1.running_mean"));
        Assert.NotEqual(later, Statistics(network, "stage3.0.branches.0.0.bn1.running_mean"));
        Assert.Null(network.get_parameter("conv1.weight")!.grad);
        network.FreezeThrough(0);
        Assert.All(network.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    private static HRNetOptions Small() => HRNetPresets.W18SmallV1(classCount: 10);

    private static HRNetModule Source()
    {
        var source = new HRNetModule(Small());
        NamedFill.Fill(source);
        return source;
    }

    private static string Save(TemporaryFolder folder, HRNetModule source, string prefix = "")
    {
        string path = folder["weights.safetensors"];
        SafetensorsWriter.Write(path, ModuleTensors.Capture(source, prefix));
        return path;
    }

    private static string Broken(TemporaryFolder folder)
    {
        using HRNetModule source = Source();
        var tensors = ModuleTensors.Capture(source).Where(t => t.Name is not "bn1.bias" and not "conv2.weight").ToList();
        tensors.Add(StoredTensor.FromFloats("conv2.weight", [1], [1f]));
        tensors.Add(StoredTensor.FromFloats("extra", [1], [1f]));
        string path = folder["broken.safetensors"];
        SafetensorsWriter.Write(path, tensors);
        return path;
    }

    private static void AssertSame(HRNetModule expected, HRNetModule actual, IEnumerable<string> names)
    {
        Dictionary<string, Tensor> source = expected.state_dict();
        Dictionary<string, Tensor> target = actual.state_dict();
        Assert.All(names, name => Assert.True(target[name].Equals(source[name]), name));
    }

    private static float[] Statistics(HRNetModule network, string name) => network.get_buffer(name)!.data<float>().ToArray();
}
