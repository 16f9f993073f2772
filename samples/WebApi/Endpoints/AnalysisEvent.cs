using System.Text.Json.Serialization;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>One line of an analysis.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Segment), "segment")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Failed), "failed")]
internal abstract record AnalysisEvent
{
    private AnalysisEvent()
    {
    }

    /// <summary>The first line.</summary>
    /// <param name="Seconds">The length of the recording; null if it is known only at the end.</param>
    /// <param name="Labels">The labels of the model.</param>
    public sealed record Started(double? Seconds, IReadOnlyList<string> Labels) : AnalysisEvent;

    /// <summary>A segment with one emotion, or without speech; segments follow each other without a gap.</summary>
    /// <param name="Start">Where it starts, in seconds.</param>
    /// <param name="End">Where it ends, in seconds.</param>
    /// <param name="Label">The label, <c>uncertain</c> or <c>no speech</c>.</param>
    /// <param name="Confidence">The probability of the most probable label.</param>
    /// <param name="Probabilities">The mean probabilities of the segment; null without speech.</param>
    public sealed record Segment(
        double Start, double End, string Label, float Confidence, IReadOnlyDictionary<string, float>? Probabilities) : AnalysisEvent
    {
        /// <summary>The number of its channel, from 1; omitted if channels are mixed.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Channel { get; init; }

        public static Segment Of(EmotionSegment segment, int? channel = null) => new(
            segment.Start.TotalSeconds, segment.End.TotalSeconds, segment.Label, segment.Confidence, segment.Prediction?.Probabilities)
        {
            Channel = channel,
        };
    }

    /// <summary>The last line of a complete analysis.</summary>
    /// <param name="Seconds">The length of the recording.</param>
    /// <param name="Milliseconds">The time the analysis took.</param>
    /// <param name="Notes">Unusual properties of the recording that may lower the accuracy.</param>
    public sealed record Finished(double Seconds, double Milliseconds, IReadOnlyList<string> Notes) : AnalysisEvent;

    /// <summary>The last line if the rest of the recording cannot be analyzed.</summary>
    /// <param name="Detail">The reason.</param>
    public sealed record Failed(string Detail) : AnalysisEvent;
}
