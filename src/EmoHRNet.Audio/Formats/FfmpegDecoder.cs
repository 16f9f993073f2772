namespace EmoHRNet.Audio.Formats;

/// <summary>Reads any format through an ffmpeg executable, as float samples over a pipe.</summary>
internal static class FfmpegDecoder
{
    /// <summary>Opens audio that this library does not decode itself.</summary>
    /// <param name="source">The audio, at its start; disposed with the result.</param>
    /// <param name="path">Its path, or null when it is no file.</param>
    /// <param name="found">What was found instead of a known format, for messages.</param>
    /// <param name="options">Where ffmpeg is.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    public static AudioReader Open(
        ByteSource source, string? path, string found, AudioReadOptions options, CancellationToken cancellationToken)
    {
        string executable = FfmpegLocator.Find(source.Name, found, options);
        if (path is null && NeedsSeeking(source.Head))
        {
            return OpenCopy(source, executable, cancellationToken);
        }

        FfmpegProcess process = new(
            executable, path is null ? FfmpegArguments.FromInput() : FfmpegArguments.FromFile(Path.GetFullPath(path)), source.Name, cancellationToken);
        if (path is null)
        {
            process.Feed(source);
        }

        return Open(process, source.Name, source);
    }

    /// <summary>MP4 and its kin may keep their table of contents at the end.</summary>
    private static bool NeedsSeeking(ReadOnlySpan<byte> head) => head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8);

    private static AudioReader OpenCopy(ByteSource source, string executable, CancellationToken cancellationToken)
    {
        TemporaryCopy copy = TemporaryCopy.Of(source);
        try
        {
            FfmpegProcess process = new(executable, FfmpegArguments.FromFile(copy.Path), source.Name, cancellationToken);
            return Open(process, source.Name, copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static AudioReader Open(FfmpegProcess process, string name, IDisposable owned)
    {
        FfmpegStream stream = new(process);
        try
        {
            ByteSource output = new(stream, name, leaveOpen: false);
            return new AudioReader(new SampleReader(output, ReadHeader(output), allowTruncated: false), owned);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static AudioHeader ReadHeader(ByteSource output)
    {
        const string NotWav = "what stands for ffmpeg did not write the WAV it was asked for";
        try
        {
            return WavHeader.Recognizes(output.Head)
                ? WavHeader.Read(output) with { Container = "ffmpeg" }
                : throw new AudioFormatException($"{output.Name}: {NotWav}.");
        }
        catch (UnsupportedEncodingException exception)
        {
            throw new AudioFormatException($"{output.Name}: {NotWav}, but {exception.Message}.", exception);
        }
    }
}
