using System.Globalization;
using System.Text;
using EmoHRNet.Documents;

namespace EmoHRNet.Results;

/// <summary>Writes timelines as text for other programs.</summary>
internal static class TimelineText
{
    private static readonly char[] CsvSpecial = [',', '"', '\r', '\n'];

    public static string Json(EmotionTimeline timeline) => DocumentJson.Write(TimelineDocument.Of(timeline), TimelineDocuments.Settings);

    public static string Csv(EmotionTimeline timeline)
    {
        StringBuilder text = new();
        AppendRow(text, ["start", "end", "label", "confidence", .. timeline.Labels]);
        foreach (EmotionSegment s in timeline.Segments)
        {
            AppendRow(text, [
                Seconds(s.Start), Seconds(s.End), s.Label, s.IsSpeech ? Number(s.Confidence) : "",
                .. timeline.Labels.Select(label => s.Prediction is { } p ? Number(p[label]) : ""),
            ]);
        }

        return text.ToString();
    }

    public static string WebVtt(EmotionTimeline timeline)
    {
        StringBuilder text = new("WEBVTT\n");
        foreach (EmotionSegment s in timeline.Segments.Where(s => s.IsSpeech))
        {
            string label = s.Label.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"\n{Clock(s.Start, '.')} --> {Clock(s.End, '.')}\n{label} ({s.Confidence:0%})\n");
        }

        return text.ToString();
    }

    public static string SubRip(EmotionTimeline timeline)
    {
        StringBuilder text = new();
        int number = 0;
        foreach (EmotionSegment s in timeline.Segments.Where(s => s.IsSpeech))
        {
            text.Append(CultureInfo.InvariantCulture, $"{++number}\n{Clock(s.Start, ',')} --> {Clock(s.End, ',')}\n{s.Label} ({s.Confidence:0%})\n\n");
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quote)).Append('\n');

    private static string Quote(string field) =>
        field.IndexOfAny(CsvSpecial) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(float value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>Hours may have more than two digits.</summary>
    private static string Clock(TimeSpan time, char decimalPoint)
    {
        TimeSpan rounded = TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)rounded.TotalHours:00}:{rounded:mm\\:ss}{decimalPoint}{rounded:fff}");
    }
}
