using EmoHRNet.Audio.Storage;
using EmoHRNet.Results;

namespace EmoHRNet;

/// <summary>The emotions of a recording over time.</summary>
/// <param name="Duration">The length of the recording.</param>
/// <param name="Labels">The labels that predictions choose from.</param>
/// <param name="Windows">Every window, in order; they overlap.</param>
/// <param name="Segments">Parts with one emotion or without speech, in order, without gaps from 0 to <paramref name="Duration"/>.</param>
public sealed record EmotionTimeline(
    TimeSpan Duration, IReadOnlyList<string> Labels, IReadOnlyList<EmotionWindow> Windows, IReadOnlyList<EmotionSegment> Segments)
{
    /// <summary>
    /// What is unusual about the recording as a whole: channels that differ much or cancel each other. Empty for ordinary recordings.
    /// </summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Segments and windows as JSON; times in seconds.</summary>
    public string ToJson() => TimelineText.Json(this);

    /// <summary>Segments as comma-separated values: start, end, label, confidence, and a column per label; times in seconds.</summary>
    public string ToCsv() => TimelineText.Csv(this);

    /// <summary>Segments with speech as WebVTT subtitles.</summary>
    public string ToWebVtt() => TimelineText.WebVtt(this);

    /// <summary>Segments with speech as SubRip (SRT) subtitles.</summary>
    public string ToSubRip() => TimelineText.SubRip(this);

    /// <summary>Saves in the format of the file extension: <c>.json</c>, <c>.csv</c>, <c>.vtt</c> or <c>.srt</c>.</summary>
    /// <param name="path">The file; an older one is replaced only when the new one is complete.</param>
    /// <exception cref="ArgumentException">The extension is not one of these.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string text = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => ToJson(),
            ".CSV" => ToCsv(),
            ".VTT" => ToWebVtt(),
            ".SRT" => ToSubRip(),
            var other => throw new ArgumentException($"There is no format '{other}'; expected .json, .csv, .vtt or .srt.", nameof(path)),
        };
        TextFile.Write(path, text);
    }
}
