using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using EmoHRNet.Audio.Storage;

namespace EmoHRNet.ModelFiles;

/// <summary>Writes safetensors: named tensors and text metadata.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file; an older file is replaced only when the new one is complete and on disk.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="tensors">The tensors; names must differ.</param>
    /// <param name="metadata">The texts under <c>__metadata__</c>, or null.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    /// <exception cref="IOException">The file cannot be written; an older file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an older file is still there.</exception>
    public static void Write(string path, IReadOnlyCollection<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        AtomicFile.Write(path, stream => Write(stream, tensors, metadata));

    /// <summary>Writes to a stream.</summary>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    public static void Write(Stream stream, IReadOnlyCollection<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);

        // Wide types first, so that every tensor starts at a multiple of its element size, as readers expect that memory-map the file.
        StoredTensor[] ordered = [.. tensors.OrderByDescending(t => TensorDataTypes.SizeOf(t.Type)).ThenBy(t => t.Name, StringComparer.Ordinal)];
        stream.Write(EncodeHeader(ordered, metadata));
        foreach (StoredTensor tensor in ordered)
        {
            stream.Write(tensor.Bytes);
        }
    }

    private static byte[] EncodeHeader(StoredTensor[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            WriteMetadata(writer, metadata);
            WriteEntries(writer, tensors);
            writer.WriteEndObject();
        }

        int padded = (json.WrittenCount + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[SafetensorsHeader.PrefixLength + padded];
        BinaryPrimitives.WriteInt64LittleEndian(header, padded);
        json.WrittenSpan.CopyTo(header.AsSpan(SafetensorsHeader.PrefixLength));
        header.AsSpan(SafetensorsHeader.PrefixLength + json.WrittenCount).Fill((byte)' ');
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        writer.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach ((string key, string value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter writer, StoredTensor[] tensors)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        long offset = 0;
        foreach (StoredTensor tensor in tensors)
        {
            if (!names.Add(tensor.Name) || tensor.Name == SafetensorsHeader.MetadataKey)
            {
                throw new ArgumentException($"Tensor name '{tensor.Name}' is taken; names must differ.", nameof(tensors));
            }

            writer.WriteStartObject(tensor.Name);
            writer.WriteString("dtype", tensor.Type.ToString());
            WriteNumbers(writer, "shape", tensor.Shape);
            WriteNumbers(writer, "data_offsets", [offset, offset + tensor.Bytes.Length]);
            writer.WriteEndObject();
            offset += tensor.Bytes.Length;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyList<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (long number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
