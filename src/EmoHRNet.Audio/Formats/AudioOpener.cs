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
        return Open(stream, path, path, options, leaveOpen: false, cancellationToken);
    }

    public static AudioReader Open(Stream stream, AudioReadOptions? options, bool leaveOpen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Open(stream, "The audio", null, options, leaveOpen, cancellationToken);
    }

    private static AudioReader Open(
        Stream stream, string name, string? path, AudioReadOptions? options, bool leaveOpen, CancellationToken cancellationToken)
    {
        try
        {
            options ??= new AudioReadOptions();
            options.Validate();
            cancellationToken.ThrowIfCancellationRequested();
            return Open(new ByteSource(stream, name, leaveOpen), path, options, cancellationToken);
        }
        catch when (!leaveOpen)
        {
            stream.Dispose();
            throw;
        }
    }

    private static AudioReader Open(ByteSource source, string? path, AudioReadOptions options, CancellationToken cancellationToken)
    {
        if (options.Raw is { } raw)
        {
            return new AudioReader(new SampleReader(source, new AudioHeader("raw PCM", raw, null), options.AllowTruncated), null);
        }

        if (source.Head.IsEmpty)
        {
            throw new AudioFormatException($"{source.Name} is empty; expected audio.");
        }

        return TryReadHeader(source, out string found) is { } header
            ? new AudioReader(new SampleReader(source, header, options.AllowTruncated), null)
            : FfmpegDecoder.Open(source, path, found, options, cancellationToken);
    }

    /// <summary>The header, or null and the source at its start where another decoder has to try.</summary>
    private static AudioHeader? TryReadHeader(ByteSource source, out string found)
    {
        found = "neither WAV nor AIFF";
        try
        {
            return ReadHeader(source);
        }
        catch (UnsupportedEncodingException exception)
        {
            found = exception.Message;
            source.Rewind(found);
            return null;
        }
    }

    private static AudioHeader? ReadHeader(ByteSource source)
    {
        if (WavHeader.Recognizes(source.Head))
        {
            return WavHeader.Read(source);
        }

        return AiffHeader.Recognizes(source.Head) ? AiffHeader.Read(source) : null;
    }
}
