namespace EmoHRNet.Timelines;

/// <summary>Collects the windows and segments of a stream into one timeline.</summary>
/// <param name="stream">The stream.</param>
/// <param name="labels">The labels that predictions choose from.</param>
internal sealed class TimelineBuilder(TimelineStream stream, IReadOnlyList<string> labels)
{
    private readonly List<EmotionWindow> _windows = [];
    private readonly List<EmotionSegment> _segments = [];

    /// <summary>The duration of the audio so far.</summary>
    public TimeSpan Duration => stream.Duration;

    public void Append(ReadOnlySpan<float> mono) => Take(stream.Append(mono, atOnce: false));

    /// <summary>Ends the recording.</summary>
    /// <param name="notes">What is unusual about the recording.</param>
    public EmotionTimeline Complete(IReadOnlyList<string> notes)
    {
        Take(stream.Complete());
        return new EmotionTimeline(stream.Duration, labels, _windows, _segments) { Notes = notes };
    }

    private void Take(TimelinePart part)
    {
        _windows.AddRange(part.Windows);
        _segments.AddRange(part.Segments);
    }
}
