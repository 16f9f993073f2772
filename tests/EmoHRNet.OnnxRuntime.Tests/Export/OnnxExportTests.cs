using System.Text.Json;
using EmoHRNet.Audio.Options;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime.Export;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

/// <summary>Exported files: predictions on real speech with the pretrained model, metadata, and errors.</summary>
public sealed class OnnxExportTests : IDisposable
{
    private const float WholeTolerance = 1e-3f;
    private const float NetworkTolerance = 1e-4f;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Models => [PretrainedModels.Default, PretrainedModels.RavdessSmall];

    [Theory]
    [MemberData(nameof(Models))]
    public void Write_WholeFormOnRealClips_GivesTheProbabilitiesOfTheLibrary(string model)
    {
        OnnxExport.Write(model, _folder["whole.onnx"]);
        using ExportedWhole exported = new(_folder["whole.onnx"]);
        using EmotionClassifier library = new(model);
        Assert.All(RealClips.Paths(), path => Close(library.PredictFile(path), exported.Run(RealClips.Samples(path))[0], WholeTolerance));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Write_NetworkFormOnRealClips_GivesTheProbabilitiesOfTheLibrary(string model)
    {
        OnnxExport.Write(model, _folder["network.onnx"], new OnnxExportOptions { Form = OnnxForm.Network });
        OnnxModelInfo info = OnnxModelInfo.Read(_folder["network.onnx"]);
        using EmotionNetworkClassifier exported = new(info.Model, new ExportedNetwork(_folder["network.onnx"], info.Model.Network.InputChannels, info.Model.Features.BandCount));
        using EmotionClassifier library = new(model);
        Assert.All(RealClips.Paths(), path => Close(library.PredictFile(path), [.. exported.PredictFile(path).Probabilities.Values], NetworkTolerance));
    }

    [Fact]
    public void Write_BatchOfClips_GivesWhatEachGetsAlone()
    {
        OnnxExport.Write(PretrainedModels.RavdessSmall, _folder["whole.onnx"]);
        using ExportedWhole exported = new(_folder["whole.onnx"]);
        float[][] clips = [.. RealClips.Paths().Take(4).Select(path => RealClips.Samples(path)[..48_000]), new float[48_000]];
        float[][] alone = [.. clips.Select(clip => exported.Run(clip)[0])];
        Assert.All(alone.Zip(exported.Run(clips)), pair => Assert.All(pair.First.Zip(pair.Second), p => Assert.Equal(p.First, p.Second, 1e-4f)));
    }

    [Fact]
    public void Write_Metadata_SaysWhatTheModelFileSays()
    {
        Dictionary<string, double> priors = TestModel.Labels.Select((label, i) => (label, i + 1.0)).ToDictionary(pair => pair.label, pair => pair.Item2);
        string model = TestModel.Save(_folder["m.safetensors"]);
        OnnxModelInfo written = OnnxExport.Write(model, _folder["m.onnx"], new OnnxExportOptions { LabelPriors = priors });
        using ExportedWhole exported = new(_folder["m.onnx"]);
        Assert.Equal("test license", exported.Metadata["license"]);
        Assert.Equal("16000", exported.Metadata["sample_rate"]);
        Assert.Equal(TestModel.Labels, JsonSerializer.Deserialize<string[]>(exported.Metadata["labels"]));
        Assert.Equal("none", JsonDocument.Parse(exported.Metadata["provenance"]).RootElement.GetProperty("corpus").GetString());
        OnnxModelInfo read = OnnxModelInfo.Read(_folder["m.onnx"]);
        Assert.Equal((OnnxForm.Whole, "samples", "probabilities"), (read.Form, read.InputName, read.OutputName));
        Assert.Equal(written.Model.ToJson(), read.Model.ToJson());
        Assert.Equal(priors, read.LabelPriors);
    }

    [Fact]
    public void Write_OnnxWhereAModelFileIsExpected_SaysWhatItIs()
    {
        string model = TestModel.Save(_folder["m.safetensors"]);
        OnnxExport.Write(model, _folder["m.onnx"]);
        Contains("is an ONNX model", Assert.Throws<ModelFormatException>(() => OnnxExport.Write(_folder["m.onnx"], _folder["again.onnx"])));
        Contains("is an ONNX model", Assert.Throws<ModelFormatException>(() => new OnnxEmotionClassifier(_folder["m.onnx"])));
        Assert.False(File.Exists(_folder["again.onnx"]));
    }

    [Fact]
    public void Read_NoExportedModel_SaysWhatItIs()
    {
        string model = TestModel.Save(_folder["m.safetensors"]);
        File.WriteAllText(_folder["text.onnx"], "this is a text and no model");
        Contains("it is a model file (.safetensors)", Assert.Throws<ModelFormatException>(() => OnnxModelInfo.Read(model)));
        Contains("expected a file that", Assert.Throws<ModelFormatException>(() => OnnxModelInfo.Read(_folder["text.onnx"])));
        Assert.Throws<FileNotFoundException>(() => OnnxModelInfo.Read(_folder["none.onnx"]));
    }

    [Fact]
    public void Write_OverTheModelFileItself_IsRefused()
    {
        string model = TestModel.Save(_folder["m"]);
        byte[] before = File.ReadAllBytes(model);
        Assert.Throws<ArgumentException>(() => OnnxExport.Write(model, _folder["./m"]));
        Assert.Equal(before, File.ReadAllBytes(model));
    }

    [Fact]
    public void Write_FullDisk_KeepsTheOlderFileAndLeavesNothingElse()
    {
        using SmallDisk? disk = SmallDisk.TryMount(1 << 20);
        Assert.SkipWhen(disk is null, "No small file system can be mounted here.");
        File.WriteAllText(disk["m.onnx"], "the older file");
        Assert.Throws<IOException>(() => OnnxExport.Write(PretrainedModels.RavdessSmall, disk["m.onnx"]));
        Assert.Equal("the older file", File.ReadAllText(disk["m.onnx"]));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(disk["m.onnx"])!));
    }

    [Fact]
    public void Write_FolderThatCannotBeWritten_LeavesNothing()
    {
        string model = TestModel.Save(_folder["m.safetensors"]);
        Assert.Throws<DirectoryNotFoundException>(() => OnnxExport.Write(model, _folder["none/m.onnx"]));
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Needs Unix permissions that bind this user.");
        string closed = Directory.CreateDirectory(_folder["closed"]).FullName;
        File.WriteAllText(Path.Combine(closed, "m.onnx"), "the older file");
        SetMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Throws<UnauthorizedAccessException>(() => OnnxExport.Write(model, Path.Combine(closed, "m.onnx")));
        SetMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        Assert.Equal("the older file", File.ReadAllText(Assert.Single(Directory.GetFiles(closed))));
    }

    [Fact]
    public void Write_OptionsThatDoNotFit_NamesThem()
    {
        string model = TestModel.Save(_folder["m.safetensors"]);
        Dictionary<string, double> others = new() { ["bored"] = 1 };
        Assert.Equal(["LabelPriors"], Problems(new OnnxExportOptions { LabelPriors = others }));
        Assert.Equal(["Form"], Problems(new OnnxExportOptions { Form = (OnnxForm)7 }));
        Assert.Equal(["LabelPriors"], Problems(new OnnxExportOptions { Form = OnnxForm.Network, LabelPriors = others }));
        IEnumerable<string> Problems(OnnxExportOptions options) =>
            Assert.Throws<InvalidOptionsException>(() => OnnxExport.Write(model, _folder["m.onnx"], options)).Problems.Select(problem => problem.Name);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static void Contains(string text, Exception e) => Assert.Contains(text, e.Message, StringComparison.Ordinal);

    private static void Close(EmotionPrediction expected, float[] found, float tolerance) =>
        Assert.All(expected.Probabilities.Values.Zip(found), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
