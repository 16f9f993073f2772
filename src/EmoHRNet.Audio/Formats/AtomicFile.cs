namespace EmoHRNet.Audio.Formats;

/// <summary>Writes a file all or nothing: into a temporary file beside it, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces or creates a file; where writing fails, what was there stays.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
