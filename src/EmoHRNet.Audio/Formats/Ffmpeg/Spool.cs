namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>
/// Keeps what a pipe has swallowed of a stream that cannot seek, until it shows that the pipe will do. Written by one thread, ended by another.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly Lock _lock = new();
    private TemporaryCopy? _copy;
    private FileStream? _stream;

    private Spool(TemporaryCopy copy) => (_copy, _stream) = (copy, File.Create(copy.Path));

    /// <summary>A spool, or null where no temporary file can be written: then there is no second attempt.</summary>
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

    /// <summary>What was written, which the caller owns from now on.</summary>
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

    /// <summary>Ends writing and deletes the file, unless it was taken.</summary>
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
