namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>A stream's content as a file, for decoders that must seek; deleted when disposed.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private const int CopyLength = 64 * 1024;

    private TemporaryCopy(string path) => Path = path;

    /// <summary>The path of the copy.</summary>
    public string Path { get; }

    /// <summary>An empty file.</summary>
    /// <exception cref="IOException">The folder for temporary files cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder for temporary files may not be written.</exception>
    public static TemporaryCopy Empty() => new(System.IO.Path.GetTempFileName());

    /// <summary>Copies the rest of a source.</summary>
    /// <inheritdoc cref="Empty"/>
    public static TemporaryCopy Of(ByteSource source)
    {
        TemporaryCopy copy = Empty();
        try
        {
            copy.Append(source);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Adds the rest of a source to the end of the file.</summary>
    public void Append(ByteSource source)
    {
        using FileStream stream = new(Path, FileMode.Append);
        byte[] buffer = new byte[CopyLength];
        while (source.ReadSome(buffer) is > 0 and int read)
        {
            stream.Write(buffer, 0, read);
        }
    }

    public void Dispose() => File.Delete(Path);
}
