using System.Globalization;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Tool.Pictures;
using EmoHRNet.Tool.Recordings;

namespace EmoHRNet.Tool.Reports;

/// <summary>The destination and format of timelines.</summary>
internal sealed class TimelineOutput
{
    private const string Table = "table";
    private const string Picture = "picture";

    private readonly string _format;
    private readonly OutputNames? _names;

    /// <param name="format">One of <see cref="Formats"/>; null is a table on the terminal, CSV in a folder.</param>
    /// <param name="folder">The folder for one file per recording; null is standard output.</param>
    /// <exception cref="ArgumentException">The format cannot be written there.</exception>
    public TimelineOutput(string? format, string? folder)
    {
        _format = format ?? (folder is null ? Table : "csv");
        _names = folder is null ? null : new OutputNames(folder);
        if (_format == Picture && folder is null)
        {
            throw new ArgumentException("A picture needs a folder to be written into: --output FOLDER.");
        }

        if (_format == Table && folder is not null)
        {
            throw new ArgumentException("A table is for the terminal; into a folder write json, csv, vtt, srt or picture.");
        }
    }

    public static IReadOnlyList<string> Formats { get; } = [Table, "json", "csv", "vtt", "srt", Picture];

    /// <summary>Checks that the output can hold that many timelines.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public void RequireRoomFor(int recordings, bool eachChannel)
    {
        if (_names is null && _format != Table && (recordings > 1 || eachChannel))
        {
            throw new ArgumentException($"Several timelines as {_format} need a folder: --output FOLDER.");
        }
    }

    /// <param name="recording">The path of the recording.</param>
    /// <param name="timeline">Its emotions.</param>
    /// <param name="channel">The number of the channel, from 1; null for all of them together.</param>
    public void Write(string recording, EmotionTimeline timeline, int? channel)
    {
        string title = Path.GetFileName(recording) + (channel is { } number ? string.Create(CultureInfo.InvariantCulture, $", channel {number}") : "");
        if (_names is null)
        {
            WriteToConsole(title, timeline);
            return;
        }

        string part = channel is { } c ? string.Create(CultureInfo.InvariantCulture, $".channel{c}") : "";
        string path = _names.Next(recording, part + (_format == Picture ? ".png" : "." + _format));
        if (_format == Picture)
        {
            TimelinePicture.Save(path, timeline, title);
        }
        else
        {
            TextFile.Write(path, Text(timeline));
        }

        Console.WriteLine(path);
    }

    private void WriteToConsole(string title, EmotionTimeline timeline)
    {
        if (_format == Table)
        {
            TimelineTable.Write(title, timeline);
        }
        else
        {
            Console.Out.WriteLine(Text(timeline).TrimEnd('\n'));
        }
    }

    private string Text(EmotionTimeline timeline) => _format switch
    {
        "json" => timeline.ToJson(),
        "csv" => timeline.ToCsv(),
        "vtt" => timeline.ToWebVtt(),
        "srt" => timeline.ToSubRip(),
        _ => throw new ArgumentException($"There is no format '{_format}'."),
    };
}
