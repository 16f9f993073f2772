using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests;

/// <summary>The parts specific to this engine: model files, execution providers, options.</summary>
public sealed class OnnxEmotionClassifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void New_NoFile_SaysSo() =>
        Assert.Throws<FileNotFoundException>(() => new OnnxEmotionClassifier(_folder["none.safetensors"]));

    [Theory]
    [InlineData("RIFF\0\0\0\0WAVEfmt and then some sound")]
    [InlineData("")]
    [InlineData("\u0008\u0006\u0012\u0008EmoHRNet")]
    public void New_FileOfAnotherFormat_SaysThatItIsNotAModel(string content)
    {
        File.WriteAllText(_folder["m"], content);
        Assert.Contains("not a model file", Assert.Throws<ModelFormatException>(() => new OnnxEmotionClassifier(_folder["m"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_TensorsThatDoNotFitTheOptions_NamesThem()
    {
        using HRNetModule module = new(TestModel.Network, seed: 7);
        ModelFile.Save(_folder["m"], module, TestModel.Description);
        StoredModel model = ModelFile.Read(_folder["m"]);
        HRNetOptions deeper = TestModel.Network with { Stages = [new StageOptions { Widths = [16, 32], BlockCount = 2 }] };
        ModelFile.Write(_folder["other"], model with { Description = model.Description with { Network = deeper } });
        ModelFormatException e = Assert.Throws<ModelFormatException>(() => new OnnxEmotionClassifier(_folder["other"]));
        Assert.Contains("do not fit the network", e.Message, StringComparison.Ordinal);
        Assert.Contains("stage2.0.branches.0.1.bn1.bias", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_WeightThatIsNotFinite_SaysWhich()
    {
        using HRNetModule module = new(TestModel.Network, seed: 7);
        ModelFile.Save(_folder["m"], module, TestModel.Description);
        StoredModel model = ModelFile.Read(_folder["m"]);
        StoredTensor broken = StoredTensor.FromFloats("classifier.bias", [4], [0, float.NaN, 0, 0]);
        ModelFile.Write(_folder["nan"], model with { Tensors = [.. model.Tensors.Select(t => t.Name == broken.Name ? broken : t)] });
        Assert.Contains("classifier.bias", Assert.Throws<ModelFormatException>(() => new OnnxEmotionClassifier(_folder["nan"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cuda", "Microsoft.ML.OnnxRuntime.Gpu")]
    [InlineData("directml", "Microsoft.ML.OnnxRuntime.DirectML")]
    [InlineData("NoSuchProvider", "a package that has it")]
    public void New_ExecutionProviderThatIsNotThere_NamesThePackage(string provider, string package)
    {
        string path = TestModel.Save(_folder["m"]);
        OnnxEmotionClassifierOptions options = new() { ExecutionProvider = provider };
        BackendException e = Assert.Throws<BackendException>(() => new OnnxEmotionClassifier(path, options));
        Assert.Contains($"'{provider}'", e.Message, StringComparison.Ordinal);
        Assert.Contains(package, e.Message, StringComparison.Ordinal);
        Assert.Contains("CPUExecutionProvider", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_OptionsOutOfRange_NamesThemAll()
    {
        OnnxEmotionClassifierOptions options = new() { ExecutionProvider = "cpu:2", Threads = 0, BatchSize = 0 };
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => new OnnxEmotionClassifier(_folder["none"], options));
        Assert.Equal(["ExecutionProvider", "Threads", "BatchSize"], e.Problems.Select(problem => problem.Name));
    }

    [Fact]
    public void New_HalfPrecisionFile_AnswersAsTorchSharpDoes()
    {
        string path = TestModel.Save(_folder["m"], storage: TensorDataType.F16);
        using OnnxEmotionClassifier onnx = new(path, new OnnxEmotionClassifierOptions { Threads = 1 });
        using EmotionClassifier torch = new(path);
        float[] samples = TestSignals.Speech(3);
        SegmentAssert.Close([.. torch.Predict(samples).Probabilities.Values], onnx.Predict(samples), 1e-4f);
    }

    [Fact]
    public void Run_WrongLengths_IsRefused()
    {
        using OnnxEmotionNetwork network = OnnxEmotionNetwork.Load(TestModel.Save(_folder["m"]));
        Assert.Throws<ArgumentException>(() => network.Run(new float[32 * 48], 2, 48, new float[8]));
        Assert.Throws<ArgumentException>(() => network.Run(new float[32 * 48], 1, 48, new float[8]));
        Assert.Throws<ArgumentException>(() => network.Run([], 0, 48, []));
        network.Run(new float[32 * 48], 1, 48, new float[4]);
        network.Dispose();
        Assert.Throws<ObjectDisposedException>(() => network.Run(new float[32 * 48], 1, 48, new float[4]));
    }
}
