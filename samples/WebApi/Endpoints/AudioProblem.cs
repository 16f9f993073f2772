using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>Describes a problem with an upload to its sender; output of programs and paths of this machine go only to the log.</summary>
internal static class AudioProblem
{
    private const string Decoder = "ffmpeg";

    public static string Describe(Exception exception) =>
        exception is AudioFormatException audio && audio.Message.Contains(Decoder, StringComparison.OrdinalIgnoreCase)
            ? Describe(audio.Kind)
            : ServiceWords.Of(PlainMessage.Of(exception));

    private static string Describe(AudioFormatErrorKind kind) => kind switch
    {
        AudioFormatErrorKind.Damaged =>
            "The audio is damaged, or ends before it should. Add allowTruncated=true to the query to read the intact part.",
        AudioFormatErrorKind.UnknownFormat => "The upload is not audio of a format that this service knows, such as WAV, MP3, FLAC or Ogg.",
        AudioFormatErrorKind.MissingDecoder => "This service has no decoder for the audio; send WAV, AIFF, MP3, FLAC, Ogg or WebM.",
        AudioFormatErrorKind.TooLong => "The audio is too long.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
