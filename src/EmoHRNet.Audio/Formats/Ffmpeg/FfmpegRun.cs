namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>Runs ffmpeg on one recording, from a pipe or a file, up to the first sample.</summary>
internal sealed class FfmpegRun(
    string executable, string audioName, FoundFormat found, bool allowTruncated, CancellationToken cancellationToken)
{
    private const string NotWav = "the ffmpeg executable did not write the WAV that was requested";
    private static readonly string[] MissingCodec = ["no decoder found", "Decoder (codec", "Unknown decoder", "Could not find codec parameters"];

    private Func<bool>? _waitForFeeding;

    /// <summary>Whether the source is free: no ended attempt is still reading from it.</summary>
    public bool SourceIsFree => _waitForFeeding is null || _waitForFeeding();

    /// <summary>Decodes a file.</summary>
    /// <param name="input">ffmpeg's name for it.</param>
    /// <param name="content">Disposed with the result.</param>
    public DecodedSamples Start(string input, IDisposable content) =>
        Open(new FfmpegProcess(executable, input, audioName, cancellationToken), content);

    /// <summary>Decodes a source written to the process's input.</summary>
    public DecodedSamples StartPipe(ByteSource source, Spool? spool)
    {
        FfmpegProcess process = new(executable, FfmpegArguments.Pipe, audioName, cancellationToken);
        _waitForFeeding = process.WaitForFeeding;
        process.Feed(source, spool);
        return Open(process, source);
    }

    private DecodedSamples Open(FfmpegProcess process, IDisposable content)
    {
        try
        {
            ByteSource output = new(process.Output, audioName, leaveOpen: true);
            AudioHeader header = ReadHeader(process, output);
            output.StopKeeping();
            if (output.Peek(1).IsEmpty)
            {
                process.ThrowIfFailed();
                throw new AudioFormatException($"{audioName}: ffmpeg decodes no samples from it; it is damaged or contains no audio.");
            }

            return new DecodedSamples(new FfmpegAudio(process, output, header), "ffmpeg", content, audioName, allowTruncated);
        }
        catch (AudioFormatException exception) when (exception.Kind == AudioFormatErrorKind.Damaged)
        {
            process.Dispose();
            throw Translated(exception, process.Report.Complaints);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private AudioHeader ReadHeader(FfmpegProcess process, ByteSource output)
    {
        if (output.Peek(1).IsEmpty)
        {
            process.ThrowIfFailed();
        }

        try
        {
            return WavHeader.Recognizes(output.Peek(16)) && WavHeader.Read(output) is { Format.Encoding: SampleEncoding.Ieee32, Blocks: null } header
                ? header
                : throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"{audioName}: {NotWav}.");
        }
        catch (UnsupportedEncodingException exception)
        {
            throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"{audioName}: {NotWav}, but {exception.Message}.", exception);
        }
    }

    /// <summary>Content that ffmpeg cannot open counts as damaged only if its format was recognized before.</summary>
    private AudioFormatException Translated(AudioFormatException exception, string complaints)
    {
        if (complaints.Contains("matches no streams", StringComparison.Ordinal))
        {
            return new AudioFormatException(AudioFormatErrorKind.UnknownFormat, $"{audioName} has no audio track.", exception);
        }

        AudioFormatErrorKind kind = Array.Exists(MissingCodec, words => complaints.Contains(words, StringComparison.Ordinal))
            ? AudioFormatErrorKind.MissingDecoder
            : found.IsKnown ? AudioFormatErrorKind.Damaged : AudioFormatErrorKind.UnknownFormat;
        string message = kind == AudioFormatErrorKind.UnknownFormat ? $"{exception.Message} It is {found.Description}." : exception.Message;
        return new AudioFormatException(kind, message, exception.InnerException ?? exception);
    }
}
