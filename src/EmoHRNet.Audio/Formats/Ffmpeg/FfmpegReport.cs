using System.Globalization;
using System.Text.RegularExpressions;

namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>
/// Evaluates the log of ffmpeg. Its exit code is 0 even for half a file, so logged errors and the duration stated by the container decide
/// whether the content was complete.
/// </summary>
/// <param name="input">The name of the audio in ffmpeg's log, which messages replace.</param>
internal sealed partial class FfmpegReport(string input)
{
    private const int MaximumComplaintCount = 4;

    /// <summary>Errors to ignore: about pictures beside the audio, and about time stamps, which samples do not need.</summary>
    private static readonly string[] Harmless = ["[mjpeg @", "[png @", "[bmp @", "[h264 @", "[hevc @", "[vp8 @", "[vp9 @", "monotonically increasing dts"];

    private readonly Queue<string> _complaints = [];
    private readonly Lock _lock = new();
    private TimeSpan? _stated;
    private bool _isGuess;
    private bool _inputEnded;
    private int _streamCount;

    /// <summary>Whether ffmpeg logged errors about the content.</summary>
    public bool HasComplaints
    {
        get
        {
            lock (_lock)
            {
                return _complaints.Count > 0;
            }
        }
    }

    /// <summary>The duration stated by the container; null where there are several streams or ffmpeg guessed it.</summary>
    public TimeSpan? StatedDuration
    {
        get
        {
            lock (_lock)
            {
                return _isGuess || _streamCount != 1 ? null : _stated;
            }
        }
    }

    /// <summary>The last errors, as one text.</summary>
    public string Complaints
    {
        get
        {
            lock (_lock)
            {
                return _complaints.Count == 0 ? "it gives no reason." : string.Join(" ", _complaints.Distinct());
            }
        }
    }

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lock)
        {
            if (IsComplaint(line))
            {
                Complain(line);
            }
            else
            {
                Note(line);
            }
        }
    }

    private static bool IsComplaint(string line) =>
        !Array.Exists(Harmless, words => line.Contains(words, StringComparison.Ordinal))
        && Level().Match(line).Groups[1].Value switch
        {
            "info" or "verbose" or "debug" or "trace" => false,
            "warning" => line.Contains("corrupt", StringComparison.Ordinal),
            _ => true,
        };

    private void Complain(string line)
    {
        string text = Level().Replace(line, "").Replace(input, "the audio", StringComparison.Ordinal).Trim();
        _complaints.Enqueue(text.EndsWith('.') ? text : text + ".");
        if (_complaints.Count > MaximumComplaintCount)
        {
            _complaints.Dequeue();
        }
    }

    private void Note(string line)
    {
        _isGuess |= line.Contains("Estimating duration from bitrate", StringComparison.Ordinal);
        _inputEnded |= line.StartsWith("[info] Stream mapping:", StringComparison.Ordinal) || line.StartsWith("[info] Output #", StringComparison.Ordinal);
        if (_inputEnded)
        {
            return;
        }

        _streamCount += Stream().Count(line);
        if (Duration().Match(line) is { Success: true } match)
        {
            _stated = TimeSpan.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The component of ffmpeg that logs, and the level.</summary>
    [GeneratedRegex(@"^(?:\[[^\]]* @ [^\]]*\] )*\[(quiet|panic|fatal|error|warning|info|verbose|debug|trace)\] ?")]
    private static partial Regex Level();

    [GeneratedRegex(@"^\[info\]   Stream #\d+:\d+")]
    private static partial Regex Stream();

    [GeneratedRegex(@"^\[info\]   Duration: (\d\d:\d\d:\d\d\.\d+),")]
    private static partial Regex Duration();
}
