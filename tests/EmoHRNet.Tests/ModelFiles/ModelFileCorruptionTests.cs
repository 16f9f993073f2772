using System.Text.Json.Nodes;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests.ModelFiles;

public sealed class ModelFileCorruptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, Action<JsonObject>, string> BadDescriptions => new()
    {
        { "later version", d => d["formatVersion"] = 2, "later version of the library" },
        { "no version", d => d.Remove("formatVersion"), "format version 1" },
        { "unknown option", d => d["features"]!["shine"] = 1, "shine" },
        { "unknown enum", d => d["features"]!["kind"] = "rainbow", "kind" },
        { "number for enum", d => d["features"]!["kind"] = 77, "kind" },
        { "no labels", d => d.Remove("labels"), "labels" },
        { "null network", d => d["network"] = null, "network" },
        { "null stages", d => d["network"]!["stages"] = null, "tages" },
        { "labels missing one", d => d["labels"]!.AsArray().RemoveAt(0), "number of labels" },
        { "band count out of range", d => d["features"]!["mel"]!["bandCount"] = -1, "BandCount" },
        { "sample rates differ", d => d["preparation"]!["sampleRate"] = 8000, "rate of the features" },
        { "text for number", d => d["windowFrames"] = "48", "windowFrames" },
        { "network of another size", d => d["network"]!["stages"]![0]!["blockCount"] = 2, "missing" },
        { "network too large for memory", d => d["network"]!["stages"]![0]!["widths"] = new JsonArray(4096, 4096), "of another shape" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(BadDescriptions))]
    public void Load_BadDescription_IsRefusedWithTheReason(string kind, Action<JsonObject> change, string reason)
    {
        ModelFormatException e = LoadRewritten((description, _) => change(description));
        Assert.True(e.Message.Contains(reason, StringComparison.OrdinalIgnoreCase), $"{kind}: {e.Message}");
    }

    [Fact]
    public void Load_MissingTensor_IsNamed() =>
        Assert.Contains("missing: classifier.bias", LoadRewritten((_, tensors) => tensors.RemoveAll(t => t.Name == "classifier.bias")).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_ExtraTensor_IsNamed() =>
        Assert.Contains("not part of the network: extra", LoadRewritten((_, tensors) => tensors.Add(StoredTensor.FromFloats("extra", [1], [0f]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_WrongShape_IsNamedWithBothShapes()
    {
        string message = LoadRewritten((_, tensors) => Replace(tensors, StoredTensor.FromFloats("classifier.bias", [5], new float[5]))).Message;
        Assert.Contains("classifier.bias (found F32 [5], expected a float type [4])", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WrongType_IsNamed()
    {
        string message = LoadRewritten((_, tensors) => Replace(tensors, StoredTensor.FromInt64s("classifier.bias", [4], new long[4]))).Message;
        Assert.Contains("classifier.bias (found I64 [4], expected a float type [4])", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotFiniteWeight_IsNamed()
    {
        string message = LoadRewritten((_, tensors) => Replace(tensors, StoredTensor.FromFloats("classifier.bias", [4], [0, float.NaN, 0, 0]))).Message;
        Assert.Contains("'classifier.bias'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileCutAnywhere_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(TestModel.Save(_folder["whole"]));
        foreach (double share in new[] { 0, 0.0001, 0.01, 0.5, 0.99, 0.99999 })
        {
            File.WriteAllBytes(_folder["cut"], whole[..(int)(share * whole.Length)]);
            Assert.Throws<ModelFormatException>(() => ModelFile.Load(_folder["cut"]));
        }
    }

    [Fact]
    public void Load_NotAModel_IsRefused()
    {
        File.WriteAllText(_folder["text"], "This is a long enough text that is no model at all, as a user may pass by mistake.");
        Assert.Throws<ModelFormatException>(() => ModelFile.Load(_folder["text"]));
        Assert.Throws<ModelFormatException>(() => ModelFile.Load(_folder.Path));
        Assert.Throws<FileNotFoundException>(() => ModelFile.Load(_folder["none"]));
        SafetensorsWriter.Write(_folder["foreign"], [StoredTensor.FromFloats("x", [1], [1f])]);
        Assert.Contains("no EmoHRNet description", Assert.Throws<ModelFormatException>(() => ModelFile.Load(_folder["foreign"])).Message, StringComparison.Ordinal);
    }

    private static void Replace(List<StoredTensor> tensors, StoredTensor tensor) =>
        tensors[tensors.FindIndex(t => t.Name == tensor.Name)] = tensor;

    private ModelFormatException LoadRewritten(Action<JsonObject, List<StoredTensor>> change)
    {
        string path = _folder["changed"];
        using (SafetensorsFile file = SafetensorsFile.Open(TestModel.Save(_folder["original"])))
        {
            JsonObject description = JsonNode.Parse(file.Metadata["emohrnet"])!.AsObject();
            List<StoredTensor> tensors = [.. file.Tensors.Keys.Select(file.Read)];
            change(description, tensors);
            SafetensorsWriter.Write(path, tensors, new Dictionary<string, string> { ["emohrnet"] = description.ToJsonString() });
        }

        ModelFormatException e = Assert.Throws<ModelFormatException>(() => ModelFile.Load(path));
        Assert.Throws<ModelFormatException>(() => new EmotionClassifier(path));
        return e;
    }
}
