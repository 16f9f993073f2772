using Spectre.Console;
using static System.FormattableString;

namespace EmoHRNet.Tool.Reports;

/// <summary>A table of the segments of a recording, one line each.</summary>
internal static class TimelineTable
{
    private const int BarWidth = 20;

    public static void Write(string title, EmotionTimeline timeline)
    {
        int width = timeline.Labels.Append(EmotionSegment.NoSpeechLabel).Append(EmotionPrediction.UncertainLabel).Max(label => label.Length);
        IAnsiConsole console = TableReport.CreateConsole();
        console.MarkupLineInterpolated($"[bold]{title}[/]  [grey]{timeline.Duration:hh\\:mm\\:ss\\.f}[/]");
        foreach (EmotionSegment segment in timeline.Segments)
        {
            string color = segment.Prediction is { IsUncertain: false } ? EmotionColors.Of(segment.Label) : "grey";
            console.MarkupLine(string.Join("  ",
                $"  {segment.Start:hh\\:mm\\:ss\\.f} - {segment.End:hh\\:mm\\:ss\\.f}",
                $"[{color}]{Markup.Escape(segment.Label.PadRight(width))}[/]",
                segment.IsSpeech ? Bar(segment.Confidence, color) : "").TrimEnd());
        }
    }

    private static string Bar(float confidence, string color)
    {
        int filled = (int)Math.Round(confidence * BarWidth);
        return $"[{color}]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {Invariant($"{confidence,5:0%}")}";
    }
}
