namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>Finds the ffmpeg executable: the one named in the options, or the first in PATH.</summary>
internal static class FfmpegLocator
{
    private static string FileName => OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";

    /// <exception cref="AudioFormatException">ffmpeg is missing, or turned off; the message says what to do.</exception>
    public static string Find(string audioName, FoundFormat found, AudioReadOptions options)
    {
        AudioFormatErrorKind kind = found.IsKnown ? AudioFormatErrorKind.MissingDecoder : AudioFormatErrorKind.UnknownFormat;
        string need = $"{audioName} is {found.Description}. WAV, AIFF, MP3, Ogg Vorbis, Opus, FLAC and WebM are read directly; "
            + "everything else is decoded through ffmpeg, ";
        if (!options.UseFfmpeg)
        {
            throw new AudioFormatException(kind, $"{need}which {nameof(AudioReadOptions)}.{nameof(AudioReadOptions.UseFfmpeg)} turns off.");
        }

        if (options.FfmpegPath is { } named)
        {
            return File.Exists(named)
                ? named
                : throw new AudioFormatException(kind, $"{need}but there is no executable {named}; correct {nameof(AudioReadOptions)}.{nameof(AudioReadOptions.FfmpegPath)}.");
        }

        return InPath() ?? throw new AudioFormatException(
            kind,
            $"{need}which was not found in PATH. Install ffmpeg, set {nameof(AudioReadOptions)}.{nameof(AudioReadOptions.FfmpegPath)}, or convert the audio to WAV.");
    }

    /// <summary>Skips relative entries of PATH: they would run whatever lies in the current folder.</summary>
    public static string? InPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, FileName))
            .FirstOrDefault(File.Exists);
}
