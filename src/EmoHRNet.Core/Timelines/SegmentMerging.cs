namespace EmoHRNet.Timelines;

/// <summary>Joins windows of one label into segments that follow each other without a gap.</summary>
/// <param name="options">What is joined, and how long a segment may be.</param>
/// <param name="answer">Makes a prediction of probabilities.</param>
internal sealed class SegmentMerging(AnalysisOptions options, Func<float[], EmotionPrediction> answer)
{
    private readonly List<EmotionPrediction> _members = [];
    private TimeSpan _start;
    private TimeSpan _lastCenter;
    private string? _label;

    /// <summary>Takes the next window; returns the segment that it ends, if any.</summary>
    public EmotionSegment? Append(WindowResult window)
    {
        EmotionPrediction? prediction = window.IsSpeech ? answer(window.Probabilities) : null;
        string label = prediction?.Label ?? EmotionSegment.NoSpeechLabel;
        TimeSpan boundary = (_lastCenter + window.Center) / 2;
        EmotionSegment? ended = null;
        if (_label is not null && (label != _label || !options.Merge || (boundary - _start).TotalSeconds >= options.MaximumSegmentSeconds))
        {
            ended = End(boundary);
        }

        (_label, _lastCenter) = (label, window.Center);
        if (prediction is not null)
        {
            _members.Add(prediction);
        }

        return ended;
    }

    /// <summary>Ends the recording; returns the last segment, if there was any window.</summary>
    public EmotionSegment? Complete(TimeSpan duration) => _label is null ? null : End(duration);

    private EmotionSegment End(TimeSpan boundary)
    {
        EmotionSegment segment = new(_start, boundary, _members.Count == 0 ? null : Mean(boundary - _start));
        _members.Clear();
        _start = boundary;
        return segment;
    }

    /// <summary>All members have one most probable label, so their mean has it too.</summary>
    private EmotionPrediction Mean(TimeSpan duration)
    {
        string[] labels = [.. _members[0].Probabilities.Keys];
        float[] mean = [.. labels.Select(label => _members.Average(member => member[label]))];
        return new EmotionPrediction(labels, mean)
        {
            IsUncertain = _members[0].IsUncertain,
            Duration = duration,
            SourceSampleRate = _members[0].SourceSampleRate,
            ModelSampleRate = _members[0].ModelSampleRate,
            WindowCount = _members.Count,
        };
    }
}
