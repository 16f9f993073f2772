using EmoHRNet.Audio.Options;
using EmoHRNet.OnnxRuntime.Export;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

public sealed class TritonRepositoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(OnnxForm.Whole, "samples", "-1", "probabilities")]
    [InlineData(OnnxForm.Network, "windows", "1, 32, 48", "logits")]
    public void Write_AModel_LaysItOutAsTritonReadsIt(OnnxForm form, string input, string dimensions, string output)
    {
        string path = TritonRepository.Write(TestModel.Save(_folder["m"]), _folder["repository"], "voice", new OnnxExportOptions { Form = form });
        Assert.Equal(Path.Combine(_folder["repository"], "voice", "1", "model.onnx"), path);
        Assert.Equal(form, OnnxModelInfo.Read(path).Form);
        Assert.Equal(TestModel.Labels, File.ReadAllLines(_folder["repository/voice/labels.txt"]));
        string[] lines = [.. File.ReadAllLines(_folder["repository/voice/config.pbtxt"]).Select(line => line.Trim())];
        Assert.Equal(
            ["name: \"voice\"", "backend: \"onnxruntime\"", "max_batch_size: 16", $"name: \"{input}\"", $"dims: [ {dimensions} ]", $"name: \"{output}\"", "dims: [ 4 ]"],
            lines.Where(line => line.StartsWith("name", StringComparison.Ordinal) || line.StartsWith("dims", StringComparison.Ordinal)
                || line.StartsWith("backend", StringComparison.Ordinal) || line.StartsWith("max", StringComparison.Ordinal)));
        Assert.Equal(lines.Count(line => line.EndsWith('{') || line.EndsWith("{ }", StringComparison.Ordinal)), lines.Count(line => line.EndsWith('}')));
    }

    [Fact]
    public void Write_NameThatIsAPath_IsRefused() =>
        Assert.Throws<InvalidOptionsException>(() => TritonRepository.Write(TestModel.Save(_folder["m"]), _folder["repository"], "../voice"));

    [Fact]
    public void Write_NoModel_MakesNothing()
    {
        File.WriteAllText(_folder["m"], "no model");
        Assert.Throws<ModelFormatException>(() => TritonRepository.Write(_folder["m"], _folder["repository"]));
        Assert.False(Directory.Exists(_folder["repository"]));
    }
}
