using EmoHRNet.Audio.Formats.Ffmpeg;

namespace EmoHRNet.Audio.Formats.Opening;

/// <summary>Chooses the reader of a file or stream by its content.</summary>
internal static class AudioOpener
{
    private const int FileBufferLength = 4096;

    public static AudioReader Open(string path, AudioReadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new AudioFormatException(AudioFormatErrorKind.UnknownFormat, $"{path} is a folder; expected an audio file.");
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no audio file {path}.", path);
        }

        // Other programs may still write to the file, or delete it.
        FileStream stream = new(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileBufferLength, FileOptions.SequentialScan);
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
            return new AudioReader(Open(new ByteSource(stream, name, leaveOpen), path, options, cancellationToken), name);
        }
        catch when (!leaveOpen)
        {
            stream.Dispose();
            throw;
        }
    }

    private static ISampleSource Open(ByteSource source, string? path, AudioReadOptions options, CancellationToken cancellationToken)
    {
        if (options.Raw is { } raw)
        {
            source.StopKeeping();
            return new SampleReader(source, new AudioHeader("raw PCM", raw, null), options.AllowTruncated);
        }

        LeadingContent.Pass(source);
        Attempts attempts = new(source, options);
        return attempts.TryAll() ?? FfmpegDecoder.Open(source, path, attempts.Found, options, cancellationToken);
    }
}
