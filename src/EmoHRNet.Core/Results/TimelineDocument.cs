namespace EmoHRNet.Results;

/// <summary>The JSON form of a timeline; times in seconds.</summary>
internal sealed record TimelineDocument(
    double Seconds, IReadOnlyList<string> Labels, IReadOnlyList<TimelineDocument.Segment> Segments, IReadOnlyList<TimelineDocument.Window> Windows)
{
    public static TimelineDocument Of(EmotionTimeline timeline) => new(
        timeline.Duration.TotalSeconds,
        timeline.Labels,
        [.. timeline.Segments.Select(s => new Segment(s.Start.TotalSeconds, s.End.TotalSeconds, s.Label, s.Confidence, s.Prediction?.Probabilities))],
        [.. timeline.Windows.Select(w => new Window(
            w.Start.TotalSeconds, w.End.TotalSeconds, w.IsSpeech, w.SpeechProbability, w.Prediction.Label, w.Prediction.Confidence, w.Prediction.Probabilities))]);

    public sealed record Segment(double Start, double End, string Label, float Confidence, IReadOnlyDictionary<string, float>? Probabilities);

    public sealed record Window(double Start, double End, bool IsSpeech, float? SpeechProbability, string Label, float Confidence, IReadOnlyDictionary<string, float> Probabilities);
}
