using System.Globalization;
using System.Text.Json;

namespace EmoHRNet.ModelFiles;

/// <summary>Parses and validates the JSON header of a safetensors file, which is untrusted input.</summary>
/// <remarks>The format: <see href="https://github.com/huggingface/safetensors#format"/>.</remarks>
internal sealed class SafetensorsHeader
{
    /// <summary>The longest header accepted, in bytes.</summary>
    public const int MaximumLength = 16 << 20;

    /// <summary>The bytes before the header: its length, as an unsigned 64-bit little-endian number.</summary>
    public const int PrefixLength = 8;

    /// <summary>The header entry for texts; every other entry is a tensor.</summary>
    public const string MetadataKey = "__metadata__";

    private const int MaximumRank = 8;

    private readonly string _source;
    private readonly long _dataStart;
    private readonly long _dataLength;
    private readonly Dictionary<string, SafetensorsEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);

    private SafetensorsHeader(string source, long dataStart, long dataLength) =>
        (_source, _dataStart, _dataLength) = (source, dataStart, dataLength);

    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => _entries;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <param name="source">The name of the file in messages.</param>
    /// <param name="json">The header's bytes, without the length before them.</param>
    /// <param name="dataLength">The number of bytes that follow the header.</param>
    /// <exception cref="ModelFormatException">The header breaks a rule of the format; the message says which.</exception>
    public static SafetensorsHeader Parse(string source, ReadOnlyMemory<byte> json, long dataLength)
    {
        SafetensorsHeader header = new(source, PrefixLength + json.Length, dataLength);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            header.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ModelFormatException($"'{source}' is not a model file: its header is not valid JSON ({e.Message})", e);
        }
        catch (InvalidOperationException e)
        {
            // System.Text.Json throws this for strings that are not valid UTF-16.
            throw new ModelFormatException($"'{source}' is not a model file: its header holds text that is not valid ({e.Message})", e);
        }

        header.CheckLayout();
        return header;
    }

    private void Read(JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "its header is not a JSON object");
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (property.Name == MetadataKey)
            {
                Require(_metadata.Count == 0, "its header has two descriptions");
                ReadMetadata(property.Value);
            }
            else
            {
                Require(_entries.TryAdd(property.Name, ReadEntry(property.Name, property.Value)), $"tensor '{property.Name}' occurs twice");
            }
        }
    }

    private void ReadMetadata(JsonElement value)
    {
        Require(value.ValueKind == JsonValueKind.Object, $"{MetadataKey} is not a JSON object");
        foreach (JsonProperty property in value.EnumerateObject())
        {
            Require(property.Value.ValueKind == JsonValueKind.String, $"{MetadataKey}.{property.Name} is not a string");
            Require(_metadata.TryAdd(property.Name, property.Value.GetString()!), $"{MetadataKey}.{property.Name} occurs twice");
        }
    }

    private SafetensorsEntry ReadEntry(string name, JsonElement value)
    {
        Require(value.ValueKind == JsonValueKind.Object, $"tensor '{name}' is not a JSON object");
        TensorDataType type = ReadType(name, value);
        long[] shape = ReadNumbers(name, value, "shape");
        Require(shape.Length <= MaximumRank, $"tensor '{name}' has {shape.Length} dimensions, at most {MaximumRank} are allowed");
        long[] offsets = ReadNumbers(name, value, "data_offsets");
        Require(offsets.Length == 2 && offsets[0] <= offsets[1], $"data_offsets of tensor '{name}' are {SafetensorsEntry.Describe(offsets)}, expected [start, end]");
        Require(
            offsets[1] <= _dataLength,
            $"tensor '{name}' ends at byte {offsets[1]} of the data, but only {_dataLength} bytes follow the header; the file is truncated or damaged");
        SafetensorsEntry entry = new(name, type, shape, _dataStart + offsets[0], offsets[1] - offsets[0]);
        Require(
            ByteCount(shape, type) == entry.ByteCount,
            $"tensor '{name}' of {type} {entry.ShapeText} has {entry.ByteCount} bytes, which its shape and type contradict");
        return entry;
    }

    private TensorDataType ReadType(string name, JsonElement value)
    {
        string? text = value.TryGetProperty("dtype", out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        return TensorDataTypes.Parse(text)
            ?? throw Error($"tensor '{name}' has dtype {text ?? "missing"}, expected one of {TensorDataTypes.Known}");
    }

    private long[] ReadNumbers(string name, JsonElement value, string key)
    {
        Require(value.TryGetProperty(key, out JsonElement array) && array.ValueKind == JsonValueKind.Array, $"tensor '{name}' has no {key}");
        long[] numbers = new long[array.GetArrayLength()];
        int i = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            bool valid = element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out numbers[i]) && numbers[i] >= 0;
            Require(valid, $"{key} of tensor '{name}' holds {element.GetRawText()}, expected a number of at least 0");
            i++;
        }

        return numbers;
    }

    /// <summary>The number of bytes that a shape needs, or -1 on overflow.</summary>
    private static long ByteCount(long[] shape, TensorDataType type)
    {
        Int128 count = TensorDataTypes.SizeOf(type);
        foreach (long size in shape)
        {
            count *= size;
            if (count > long.MaxValue)
            {
                return -1;
            }
        }

        return (long)count;
    }

    /// <summary>Tensors must be contiguous and fill the data: no overlaps, no gaps, nothing after the last one.</summary>
    private void CheckLayout()
    {
        long end = _dataStart;
        string previous = "the header";
        foreach (SafetensorsEntry entry in _entries.Values.OrderBy(e => e.Offset).ThenBy(e => e.ByteCount))
        {
            Require(entry.Offset >= end, $"tensor '{entry.Name}' overlaps '{previous}'");
            Require(entry.Offset == end, $"{entry.Offset - end} bytes before tensor '{entry.Name}' belong to no tensor");
            (end, previous) = (entry.Offset + entry.ByteCount, entry.Name);
        }

        Require(end == _dataStart + _dataLength, $"{_dataStart + _dataLength - end} bytes at its end belong to no tensor");
    }

    private void Require(bool holds, string found)
    {
        if (!holds)
        {
            throw Error(found);
        }
    }

    private ModelFormatException Error(string found) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{_source}' is not a usable model file: {found}. Get or save the file again."));
}
