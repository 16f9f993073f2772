namespace EmoHRNet.Audio.Formats;

/// <summary>Decides by content which reader a file or stream gets.</summary>
internal static class AudioOpener
{
    private const int FileBufferLength = 4096;

    public static AudioReader Open(string path, AudioReadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new AudioFormatException($"{path} is a folder; expected an audio file.");
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no audio file {path}.", path);
        }

        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileBufferLength, FileOptions.SequentialScan);
        return Open(stream, path, options, leaveOpen: false, cancellationToken);
    }

    public static AudioReader Open(Stream stream, AudioReadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Open(stream, "The stream", options, leaveOpen: true, cancellationToken);
    }

    public static AudioReader Open(
        Stream stream, string name, AudioReadOptions? options, bool leaveOpen, CancellationToken cancellationToken)
    {
        options ??= new AudioReadOptions();
        options.Validate();
        ByteSource? source = null;
        try
        {
            source = new ByteSource(stream, name, leaveOpen);
            return Open(source, options, cancellationToken);
        }
        catch
        {
            source?.Dispose();
            if (!leaveOpen)
            {
                stream.Dispose();
            }

            throw;
        }
    }

    private static AudioReader Open(ByteSource source, AudioReadOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new AudioReader(new SampleReader(source, ReadHeader(source, options), options.AllowTruncated), null);
    }

    private static AudioHeader ReadHeader(ByteSource source, AudioReadOptions options)
    {
        if (options.Raw is { } raw)
        {
            return new AudioHeader("raw PCM", raw, null);
        }

        if (source.Head.IsEmpty)
        {
            throw new AudioFormatException($"{source.Name} is empty; expected audio.");
        }

        if (WavHeader.Recognizes(source.Head))
        {
            return WavHeader.Read(source);
        }

        return AiffHeader.Recognizes(source.Head)
            ? AiffHeader.Read(source)
            : throw new AudioFormatException($"{source.Name} is neither WAV nor AIFF.");
    }
}
