using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace EmoHRNet.TestSupport;

/// <summary>Reads float32 reference tensors from safetensors, independently of the library's own reader.</summary>
public sealed class GoldenFile
{
    private readonly byte[] _bytes;
    private readonly int _dataStart;
    private readonly JsonElement _header;

    private GoldenFile(byte[] bytes)
    {
        _bytes = bytes;
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        _dataStart = 8 + length;
        _header = JsonDocument.Parse(bytes.AsMemory(8, length)).RootElement;
    }

    public IReadOnlyDictionary<string, string> Metadata =>
        _header.GetProperty("__metadata__").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);

    public IEnumerable<string> Names => _header.EnumerateObject().Select(p => p.Name).Where(n => n != "__metadata__");

    public static GoldenFile Open(string path) => new(File.ReadAllBytes(path));

    public long[] Shape(string name) => [.. _header.GetProperty(name).GetProperty("shape").EnumerateArray().Select(e => e.GetInt64())];

    public float[] Values(string name)
    {
        JsonElement offsets = _header.GetProperty(name).GetProperty("data_offsets");
        int start = offsets[0].GetInt32();
        int end = offsets[1].GetInt32();
        return MemoryMarshal.Cast<byte, float>(_bytes.AsSpan(_dataStart + start, end - start)).ToArray();
    }
}
