namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>The command line that makes ffmpeg write the first audio track as float WAV to a pipe.</summary>
internal static class FfmpegArguments
{
    /// <summary>ffmpeg's name for its standard input.</summary>
    public const string Pipe = "pipe:0";

    /// <summary>ffmpeg's name for a file; the prefix keeps names such as <c>concat:x</c> or <c>-y</c> from being misread.</summary>
    public static string File(string path) => "file:" + path;

    /// <summary>Decodes <see cref="Pipe"/> or a <see cref="File"/>, and logs problems.</summary>
    public static IEnumerable<string> From(string input) =>
    [
        .. input == Pipe ? [] : (string[])["-nostdin"],
        "-hide_banner", "-nostats", "-loglevel", "level+info",
        "-protocol_whitelist", "file,pipe",
        "-i", input,
        "-map", "0:a:0", "-vn", "-sn", "-dn",
        "-c:a", "pcm_f32le", "-f", "wav", "pipe:1",
    ];
}
