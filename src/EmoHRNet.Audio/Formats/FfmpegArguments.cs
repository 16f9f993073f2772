namespace EmoHRNet.Audio.Formats;

/// <summary>The command line that makes ffmpeg write the first audio track as float WAV to a pipe.</summary>
internal static class FfmpegArguments
{
    /// <summary>Decodes a file; the prefix keeps a name such as <c>concat:x</c> or <c>-y</c> from being taken for something else.</summary>
    public static IEnumerable<string> FromFile(string path) => ["-nostdin", .. From("file:" + path)];

    /// <summary>Decodes what is written to the process's input.</summary>
    public static IEnumerable<string> FromInput() => From("pipe:0");

    private static string[] From(string input) =>
    [
        "-hide_banner", "-loglevel", "error",
        "-protocol_whitelist", "file,pipe",
        "-i", input,
        "-map", "0:a:0", "-vn", "-sn", "-dn",
        "-c:a", "pcm_f32le", "-f", "wav", "pipe:1",
    ];
}
