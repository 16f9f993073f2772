using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Runtime;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;
using EmoHRNet.Training.Optimization;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class HRNetTrainingTests
{
    public static TheoryData<string> Presets => [.. HRNetPresets.Names];

    [Fact]
    public void Training_TinySet_IsLearntByHeart()
    {
        using var network = new HRNetModule(Tiny(), seed: 3);
        (Tensor clips, Tensor labels) = Clips();
        using (clips)
        using (labels)
        {
            Train(network, clips, labels, steps: 40);
            network.eval();
            using Tensor logits = network.call(clips);
            Assert.Equal(labels.data<long>().ToArray(), logits.argmax(1).data<long>().ToArray());
        }
    }

    [Fact]
    public void Training_SameSeeds_GivesTheSameWeights()
    {
        Assert.Equal(TrainedWeights(), TrainedWeights());
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Serialization_Preset_IsBitExact(string preset)
    {
        HRNetOptions options = HRNetPresets.Create(preset, 8);
        using var network = new HRNetModule(options, seed: 1);
        using TemporaryFolder folder = new();
        string path = folder["network.safetensors"];
        SafetensorsWriter.Write(path, ModuleTensors.Capture(network));
        using SafetensorsFile file = SafetensorsFile.Open(path);
        using var read = new HRNetModule(options, seed: 2);
        ModuleTensors.Restore(read, file.Tensors.Keys.ToDictionary(name => name, file.Read), path);
        Dictionary<string, Tensor> expected = network.state_dict();
        Assert.All(read.state_dict(), entry => Assert.True(entry.Value.Equals(expected[entry.Key]), entry.Key));
    }

    [Fact]
    public void KeepFreedMemory_ThisSystem_SaysWhetherItTookEffect()
    {
        bool glibc = OperatingSystem.IsLinux() && !Directory.EnumerateFiles("/lib", "ld-musl-*").Any();
        Assert.Equal(glibc, TorchRuntime.KeepFreedMemory());
    }

    private static float[] TrainedWeights()
    {
        using var network = new HRNetModule(Tiny() with { StochasticDepth = 0.2, Dropout = 0.2 }, seed: 3);
        (Tensor clips, Tensor labels) = Clips();
        using (clips)
        using (labels)
        {
            network.SeedDropout(11);
            Train(network, clips, labels, steps: 3);
            return [.. network.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
        }
    }

    private static void Train(HRNetModule network, Tensor clips, Tensor labels, int steps)
    {
        network.train();
        using WeightOptimizer optimizer = WeightOptimizers.Create(network.named_parameters(), new TrainingOptions { Optimizer = OptimizerKind.Adam, WeightDecay = 0 });
        for (int step = 0; step < steps; step++)
        {
            network.zero_grad();
            using Tensor logits = network.call(clips);
            using Tensor loss = nn.functional.cross_entropy(logits, labels);
            loss.backward();
            optimizer.Step(step, learningRate: 3e-3);
        }
    }

    private static (Tensor Clips, Tensor Labels) Clips()
    {
        using var generator = new Generator(5);
        return (randn([8, 1, 16, 24], generator: generator), tensor(new long[] { 0, 1, 2, 3, 0, 1, 2, 3 }));
    }

    private static HRNetOptions Tiny() =>
        new HRNetBuilder(4).WithStem(16, 2, 2).WithStages(baseWidth: 16, blocks: 1, 1, 1).WithFuseLayer(32).ToOptions();
}
