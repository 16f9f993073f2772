using EmoHRNet.Plotting;

namespace EmoHRNet.Tool.Pictures;

/// <summary>Draws the emotions of a recording over time.</summary>
internal static class TimelinePicture
{
    public static void Save(string path, EmotionTimeline timeline, string title) =>
        new TimelineFigure(timeline.Labels, new SpectrogramPlotOptions { Title = title }).Save(
            path,
            [.. timeline.Windows.Select(window => new TimelinePoint((window.Start + window.End) / 2, [.. window.Prediction.Probabilities.Values]))],
            [.. timeline.Segments.Select(segment => new TimelineStretch(segment.Start, segment.End, segment.Label))]);
}
