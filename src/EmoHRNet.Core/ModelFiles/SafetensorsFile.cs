using System.Buffers.Binary;

namespace EmoHRNet.ModelFiles;

/// <summary>Reads a safetensors file: named tensors and text metadata. No code runs on load.</summary>
/// <remarks>
/// The whole header is checked before the file is accepted: at most 16 MiB and inside the file, every tensor inside the file and as long as
/// its shape and type require, no overlaps and no gaps. Not thread-safe. Like libtorch, it needs a little-endian machine.
/// </remarks>
public sealed class SafetensorsFile : IDisposable
{
    private readonly Stream _stream;
    private readonly long _origin;
    private readonly bool _leaveOpen;
    private readonly SafetensorsHeader _header;

    private SafetensorsFile(Stream stream, string name, bool leaveOpen)
    {
        (_stream, _origin, _leaveOpen, Name) = (stream, stream.Position, leaveOpen, name);
        _header = ReadHeader();
    }

    /// <summary>The name of the file in messages: its path.</summary>
    public string Name { get; }

    /// <summary>The tensors by name, as the header lists them.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Tensors => _header.Entries;

    /// <summary>The texts under <c>__metadata__</c>; empty when the file has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The path is a directory, or the file breaks a rule of the format.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new ModelFormatException($"'{path}' is a directory; expected a model file (.safetensors).");
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no model file '{path}'.", path);
        }

        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        return Open(stream, path, leaveOpen: false);
    }

    /// <summary>Reads from a seekable stream, from its current position to its end.</summary>
    /// <param name="stream">The bytes of the file.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="leaveOpen">Whether the stream is left open when this is disposed.</param>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="ModelFormatException">The bytes break a rule of the format.</exception>
    public static SafetensorsFile Open(Stream stream, string name = "model", bool leaveOpen = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("Expected a stream that can seek; copy it to a MemoryStream first.", nameof(stream));
        }

        try
        {
            return new SafetensorsFile(stream, name, leaveOpen);
        }
        catch when (!leaveOpen)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tensor as stored.</summary>
    /// <exception cref="KeyNotFoundException">The file has no tensor with that name.</exception>
    /// <exception cref="ModelFormatException">The tensor has more bytes than an array can hold.</exception>
    public StoredTensor Read(string name)
    {
        SafetensorsEntry entry = Tensors[name];
        return new StoredTensor(name, entry.Type, [.. entry.Shape], ReadBytes(entry));
    }

    /// <summary>Reads a tensor of any floating-point type as single precision, row-major.</summary>
    /// <exception cref="KeyNotFoundException">The file has no tensor with that name.</exception>
    /// <exception cref="ModelFormatException">The tensor contains integers, or more numbers than an array can hold.</exception>
    public float[] ReadFloats(string name) => Decoded(name, tensor => tensor.ToFloats());

    /// <summary>Reads a tensor of 64-bit integers, row-major.</summary>
    /// <exception cref="KeyNotFoundException">The file has no tensor with that name.</exception>
    /// <exception cref="ModelFormatException">The tensor does not contain 64-bit integers.</exception>
    public long[] ReadInt64s(string name) => Decoded(name, tensor => tensor.ToInt64s());

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private SafetensorsHeader ReadHeader()
    {
        long available = _stream.Length - _origin - SafetensorsHeader.PrefixLength;
        if (available < 2)
        {
            throw NotAModel($"it has {available + SafetensorsHeader.PrefixLength} bytes, fewer than the smallest header");
        }

        byte[] prefix = new byte[SafetensorsHeader.PrefixLength];
        _stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsHeader.MaximumLength)
        {
            throw NotAModel(ForeignFile.Describe(prefix) ?? $"it announces a header of {length} bytes; at most {SafetensorsHeader.MaximumLength} are allowed");
        }

        if ((long)length > available)
        {
            throw NotAModel($"it announces a header of {length} bytes, but only {available} follow; the file is truncated");
        }

        byte[] json = new byte[length];
        _stream.ReadExactly(json);
        return SafetensorsHeader.Parse(Name, json, available - (long)length);
    }

    private T Decoded<T>(string name, Func<StoredTensor, T> decode)
    {
        try
        {
            return decode(Read(name));
        }
        catch (InvalidOperationException e)
        {
            throw new ModelFormatException($"'{Name}': {e.Message}", e);
        }
    }

    private byte[] ReadBytes(SafetensorsEntry entry)
    {
        if (entry.ByteCount > Array.MaxLength)
        {
            throw new ModelFormatException($"Tensor '{entry.Name}' of '{Name}' has {entry.ByteCount} bytes; at most {Array.MaxLength} can be read.");
        }

        byte[] bytes = new byte[entry.ByteCount];
        _stream.Position = _origin + entry.Offset;
        _stream.ReadExactly(bytes);
        return bytes;
    }

    private ModelFormatException NotAModel(string found) => new($"'{Name}' is not a model file: {found}.");
}
