using System.Buffers.Binary;
using System.Text;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.ModelFiles;

public class SafetensorsFileTests
{
    private const string Two = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}""";

    public static TheoryData<string, string, int, string> BadHeaders => new()
    {
        { "text", "hello, world", 0, "not valid JSON" },
        { "array", "[1, 2]", 0, "not a JSON object" },
        { "unknown dtype", """{"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}""", 8, "F8_E4M3" },
        { "no dtype", """{"a":{"shape":[8],"data_offsets":[0,8]}}""", 8, "missing" },
        { "no shape", """{"a":{"dtype":"F32","data_offsets":[0,8]}}""", 8, "no shape" },
        { "negative size", """{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "-2" },
        { "shape too large", """{"a":{"dtype":"F32","shape":[4294967296,4294967296,4294967296],"data_offsets":[0,8]}}""", 8, "contradict" },
        { "shape and bytes differ", """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "contradict" },
        { "offsets reversed", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "[8, 0]" },
        { "offset outside", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4, "truncated" },
        { "offset not a number", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,1e99]}}""", 8, "1e99" },
        { "overlap", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "overlaps" },
        { "gap", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[12,20]}}""", 20, "belong to no tensor" },
        { "bytes behind the last", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 12, "belong to no tensor" },
        { "name twice", """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", 16, "twice" },
        { "metadata no string", """{"__metadata__":{"labels":[1]}}""", 0, "not a string" },
    };

    [Fact]
    public void Open_SmallestFile_ReadsTensorsOfBothKinds()
    {
        byte[] data = [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f), .. BitConverter.GetBytes(7L)];
        using SafetensorsFile file = Open(Build(Two, data));
        Assert.Equal([1.5f, -2f], file.ReadFloats("a"));
        Assert.Equal([7L], file.ReadInt64s("b"));
        Assert.Empty(file.Tensors["b"].Shape);
        Assert.Throws<ModelFormatException>(() => file.ReadFloats("b"));
        Assert.Throws<ModelFormatException>(() => file.ReadInt64s("a"));
        Assert.Throws<KeyNotFoundException>(() => file.ReadFloats("c"));
    }

    [Fact]
    public void ReadFloats_HalfAndBrain_EqualTheirDefinition()
    {
        const string header = """{"h":{"dtype":"F16","shape":[3],"data_offsets":[0,6]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[6,10]}}""";
        byte[] data = [0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00, 0xC0, 0x3F, 0x00, 0xC1];
        using SafetensorsFile file = Open(Build(header, data));
        Assert.Equal([1f, -2f, 5.9604645E-08f], file.ReadFloats("h"));
        Assert.Equal([1.5f, -8f], file.ReadFloats("b"));
    }

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public void Open_BrokenRule_IsRefusedWithTheReason(string rule, string header, int dataLength, string reason)
    {
        ModelFormatException e = Assert.Throws<ModelFormatException>(() => Open(Build(header, new byte[dataLength])));
        Assert.True(e.Message.Contains(reason, StringComparison.Ordinal), $"{rule}: {e.Message}");
        Assert.Contains("broken.safetensors", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void Open_FewBytes_IsRefused(int length) =>
        Assert.Throws<ModelFormatException>(() => Open(new byte[length]));

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData((16UL << 20) + 1)]
    public void Open_OversizedHeader_IsRefusedBeforeItIsRead(ulong length)
    {
        byte[] bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        Assert.Contains("at most 16777216", Assert.Throws<ModelFormatException>(() => Open(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_CutAtEveryByte_IsRefused()
    {
        byte[] whole = Build(Two, new byte[16]);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<ModelFormatException>(() => Open(whole[..length]));
        }
    }

    [Fact]
    public void Open_EveryByteOfTheHeaderDamaged_ThrowsNothingElse()
    {
        byte[] whole = Build(Two, new byte[16]);
        for (int i = 0; i < whole.Length - 16; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 0x95;
            if (Record.Exception(() => Open(damaged).Dispose()) is { } e)
            {
                Assert.IsType<ModelFormatException>(e);
            }
        }
    }

    [Fact]
    public void Open_DirectoryOrNothing_SaysWhich()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("directory", Assert.Throws<ModelFormatException>(() => SafetensorsFile.Open(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Open(folder["none.safetensors"]));
    }

    [Fact]
    public void Open_FileOfAnotherWriter_ReadsWhatItHolds()
    {
        string? path = SharedData.PathOrNull("goldens", "mel_htk64.safetensors");
        Assert.SkipWhen(path is null, "The reference data is not on this machine.");
        GoldenFile golden = GoldenFile.Open(path);
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Assert.Equal(golden.Names.Order(), file.Tensors.Keys.Order());
        Assert.Equal(golden.Metadata, file.Metadata);
        Assert.All(golden.Names, name => Assert.Equal(golden.Values(name), file.ReadFloats(name)));
    }

    private static SafetensorsFile Open(byte[] bytes) => SafetensorsFile.Open(new MemoryStream(bytes), "broken.safetensors");

    private static byte[] Build(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)json.Length), .. json, .. data];
    }
}
