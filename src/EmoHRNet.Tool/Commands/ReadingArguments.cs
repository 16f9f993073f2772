using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Tool.Commands;

/// <summary>How recordings are read: damaged files, an external decoder, and raw samples without a header.</summary>
internal sealed class ReadingArguments
{
    private const string NoFfmpeg = "none";

    private readonly Option<bool> _allowTruncated = new("--allow-truncated")
    {
        Description = "Read the intact part of recordings that are damaged or end early; a note says how much was read. By default they are refused.",
    };

    private readonly Option<string?> _ffmpeg = new("--ffmpeg")
    {
        Description = "The ffmpeg that decodes formats that are not built in, or none. Default: the one in PATH.",
        HelpName = "FILE",
    };

    private readonly Option<RawAudioFormat?> _raw = new("--raw")
    {
        Description = "Read every file as raw samples without a header: RATE, RATE,CHANNELS or RATE,CHANNELS,ENCODING, such as 8000,2,mulaw. "
            + $"Encodings: {string.Join(", ", Encodings)}. Defaults: one channel, pcm16.",
        HelpName = "FORMAT",
        CustomParser = ParseRaw,
    };

    private static IEnumerable<string> Encodings => Enum.GetNames<SampleEncoding>().Select(name => name.ToLowerInvariant());

    public void AddTo(Command command)
    {
        command.Options.Add(_allowTruncated);
        command.Options.Add(_ffmpeg);
        command.Options.Add(_raw);
    }

    public AudioReadOptions Of(ParseResult result)
    {
        string? ffmpeg = result.GetValue(_ffmpeg);
        return new AudioReadOptions
        {
            AllowTruncated = result.GetValue(_allowTruncated),
            UseFfmpeg = ffmpeg != NoFfmpeg,
            FfmpegPath = ffmpeg == NoFfmpeg ? null : ffmpeg,
            Raw = result.GetValue(_raw),
        };
    }

    private static RawAudioFormat? ParseRaw(ArgumentResult result)
    {
        string text = result.Tokens is [var token] ? token.Value : "";
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length <= 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int rate)
            && int.TryParse(parts.ElementAtOrDefault(1) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int channels)
            && Encodings.Contains((parts.ElementAtOrDefault(2) ?? "pcm16").ToLowerInvariant()))
        {
            return new RawAudioFormat
            {
                SampleRate = rate,
                ChannelCount = channels,
                Encoding = Enum.Parse<SampleEncoding>(parts.ElementAtOrDefault(2) ?? "pcm16", ignoreCase: true),
            };
        }

        result.AddError($"--raw is '{text}'; expected RATE,CHANNELS,ENCODING such as 8000,2,mulaw, with one of the encodings {string.Join(", ", Encodings)}.");
        return null;
    }
}
