namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>
/// Keeps a copy of what a pipe read from a stream that cannot seek, until the pipe is known to work. Written by one thread, ended by
/// another.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly Lock _lock = new();
    private TemporaryCopy? _copy;
    private FileStream? _stream;

    private Spool(TemporaryCopy copy) => (_copy, _stream) = (copy, File.Create(copy.Path));

    /// <summary>A spool, or null where no temporary file can be written; then there is no second attempt.</summary>
    public static Spool? TryCreate()
    {
        try
        {
            return new Spool(TemporaryCopy.Empty());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            _stream?.Write(bytes);
        }
    }

    /// <summary>The bytes written; the caller owns the file from now on.</summary>
    public TemporaryCopy Take()
    {
        lock (_lock)
        {
            _stream!.Dispose();
            TemporaryCopy copy = _copy!;
            (_stream, _copy) = (null, null);
            return copy;
        }
    }

    /// <summary>Ends writing and deletes the file, unless the caller took it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _stream?.Dispose();
            _copy?.Dispose();
            (_stream, _copy) = (null, null);
        }
    }
}
