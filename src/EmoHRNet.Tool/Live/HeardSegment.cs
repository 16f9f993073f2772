namespace EmoHRNet.Tool.Live;

/// <summary>The JSON form of a segment; times in seconds.</summary>
internal sealed record HeardSegment(double Start, double End, string Label, float Confidence, IReadOnlyDictionary<string, float>? Probabilities)
{
    public static HeardSegment Of(EmotionSegment segment) =>
        new(segment.Start.TotalSeconds, segment.End.TotalSeconds, segment.Label, segment.Confidence, segment.Prediction?.Probabilities);
}
