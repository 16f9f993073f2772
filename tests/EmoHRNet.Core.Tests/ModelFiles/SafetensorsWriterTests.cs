using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.ModelFiles;

public class SafetensorsWriterTests
{
    [Fact]
    public void Write_DeviceThatIsFull_Throws()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full on this system.");
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
        Assert.Throws<IOException>(() => SafetensorsWriter.Write(full, [StoredTensor.FromFloats("x", [1], [1f])]));
    }

    [Fact]
    public void Write_ReadBack_IsTheSame()
    {
        float[] values = [0f, -0f, 1.1f, float.MaxValue, float.Epsilon, float.NaN];
        using MemoryStream stream = new();
        SafetensorsWriter.Write(
            stream,
            [
                StoredTensor.FromFloats("half", [2, 1], [0.5f, -3f], TensorDataType.F16),
                StoredTensor.FromFloats("fc.weight", [2, 3], values),
                StoredTensor.FromInt64s("count", [], [long.MinValue]),
                StoredTensor.FromFloats("empty", [0, 4], []),
            ],
            new Dictionary<string, string> { ["labels"] = "[\"ärger\", \"\u0001\"]" });
        stream.Position = 0;
        using SafetensorsFile file = SafetensorsFile.Open(stream);
        Assert.Equal(values, file.ReadFloats("fc.weight"));
        Assert.Equal([2L, 3L], file.Tensors["fc.weight"].Shape);
        Assert.Equal([0.5f, -3f], file.ReadFloats("half"));
        Assert.Equal([long.MinValue], file.ReadInt64s("count"));
        Assert.Empty(file.ReadFloats("empty"));
        Assert.Equal("[\"ärger\", \"\u0001\"]", file.Metadata["labels"]);
        Assert.All(file.Tensors.Values, t => Assert.Equal(0, t.ByteCount == 0 ? 0 : t.Offset % (t.ByteCount / t.ElementCount)));
    }

    [Fact]
    public void Write_ReadByTheIndependentReader_IsTheSame()
    {
        using TemporaryFolder folder = new();
        SafetensorsWriter.Write(folder["a.safetensors"], [StoredTensor.FromFloats("x", [3], [1f, 2f, 3f])]);
        File.WriteAllBytes(folder["b.safetensors"], File.ReadAllBytes(folder["a.safetensors"]));
        SafetensorsWriter.Write(folder["b.safetensors"], [StoredTensor.FromFloats("x", [3], [1f, 2f, 3f])], new Dictionary<string, string> { ["k"] = "v" });
        GoldenFile file = GoldenFile.Open(folder["b.safetensors"]);
        Assert.Equal([1f, 2f, 3f], file.Values("x"));
        Assert.Equal("v", file.Metadata["k"]);
    }

    [Fact]
    public void Write_TwoTensorsOfOneName_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(
            Stream.Null,
            [StoredTensor.FromFloats("x", [1], [1f]), StoredTensor.FromFloats("x", [1], [2f])]));

    [Fact]
    public void FromFloats_ValueBeyondHalfPrecision_IsRefusedInsteadOfBecomingInfinite() =>
        Assert.Contains("x", Assert.Throws<ArgumentException>(() => StoredTensor.FromFloats("x", [1], [70_000f], TensorDataType.F16)).Message, StringComparison.Ordinal);

    [Fact]
    public void FromFloats_ShapeOfAnotherSize_IsRefused() =>
        Assert.Throws<ArgumentException>(() => StoredTensor.FromFloats("x", [2, 2], [1f, 2f, 3f]));
}
