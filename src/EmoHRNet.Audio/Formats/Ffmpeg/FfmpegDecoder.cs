namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>Reads any format through an ffmpeg executable, as float samples over a pipe.</summary>
internal static class FfmpegDecoder
{
    private const string Container = "ffmpeg";
    private const int MarkLength = 12;

    /// <summary>Opens audio that this library does not decode itself.</summary>
    /// <param name="source">The audio, at its start; disposed with the result.</param>
    /// <param name="path">Its path, or null when it is not a file.</param>
    /// <param name="found">The format found, which the library does not decode itself.</param>
    /// <param name="options">The path of ffmpeg, and how damage is handled.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="AudioFormatException">ffmpeg is missing or does not decode the content.</exception>
    public static DecodedSamples Open(
        ByteSource source, string? path, FoundFormat found, AudioReadOptions options, CancellationToken cancellationToken)
    {
        string executable = FfmpegLocator.Find(source.Name, found, options);
        FfmpegRun run = new(executable, source.Name, found, options.AllowTruncated, cancellationToken);
        if (path is not null)
        {
            return run.Start(FfmpegArguments.File(Path.GetFullPath(path)), source);
        }

        return NeedsSeeking(source.Peek(MarkLength)) && TryCopy(source) is { } copy ? OpenCopy(run, source, copy) : OpenPipe(run, source);
    }

    /// <summary>MP4 and related formats may keep their table of contents at the end, where a pipe cannot seek to.</summary>
    private static bool NeedsSeeking(ReadOnlySpan<byte> head) => head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8);

    /// <summary>Other formats may need seeking, too: what yields no sample from a pipe is tried again from a file.</summary>
    private static DecodedSamples OpenPipe(FfmpegRun run, ByteSource source)
    {
        using Spool? spool = source.CanSeek ? null : Spool.TryCreate();
        try
        {
            return run.StartPipe(source, spool);
        }
        catch (AudioFormatException exception) when (exception.Kind != AudioFormatErrorKind.MissingDecoder && run.SourceIsFree)
        {
            if ((source.CanSeek ? TryCopyAgain(source) : TryTake(spool, source)) is { } copy)
            {
                return OpenCopy(run, source, copy);
            }

            throw;
        }
    }

    private static DecodedSamples OpenCopy(FfmpegRun run, ByteSource source, TemporaryCopy copy)
    {
        try
        {
            return run.Start(FfmpegArguments.File(copy.Path), new OwnedContent(source, copy));
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static TemporaryCopy? TryCopyAgain(ByteSource source)
    {
        source.Rewind(Container);
        return TryCopy(source);
    }

    /// <summary>Returns null where no temporary file can be written; a source that can seek is then back at its start.</summary>
    private static TemporaryCopy? TryCopy(ByteSource source)
    {
        TemporaryCopy copy;
        try
        {
            copy = TemporaryCopy.Empty();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return Fill(copy, source);
    }

    private static TemporaryCopy? TryTake(Spool? spool, ByteSource source) => spool is null ? null : Fill(spool.Take(), source);

    private static TemporaryCopy Fill(TemporaryCopy copy, ByteSource source)
    {
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

    private sealed class OwnedContent(ByteSource source, TemporaryCopy copy) : IDisposable
    {
        public void Dispose()
        {
            copy.Dispose();
            source.Dispose();
        }
    }
}
