namespace EmoHRNet.Audio.Formats;

/// <summary>A stream's content as a file, for decoders that must seek; deleted when disposed.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private TemporaryCopy(string path) => Path = path;

    /// <summary>The path of the copy.</summary>
    public string Path { get; }

    /// <summary>Copies what is left of a source.</summary>
    public static TemporaryCopy Of(ByteSource source)
    {
        TemporaryCopy copy = new(System.IO.Path.GetTempFileName());
        try
        {
            using FileStream stream = File.Create(copy.Path);
            source.CopyTo(stream);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);
}
