using EmoHRNet.Inference;

namespace EmoHRNet.Timelines;

/// <summary>Merges windows with the same label into segments that follow each other without gaps.</summary>
/// <param name="options">Whether to merge, and the longest segment.</param>
/// <param name="answer">Creates a prediction from probabilities.</param>
internal sealed class SegmentMerging(AnalysisOptions options, Func<float[], EmotionPrediction> answer)
{
    private readonly TimeSpan _longest = TimeSpan.FromSeconds(options.MaximumSegmentSeconds);
    private readonly List<EmotionPrediction> _members = [];
    private TimeSpan _start;
    private TimeSpan _lastCenter;
    private string? _label;

    /// <summary>Takes the next window; returns the segments that it ends, if any.</summary>
    public IReadOnlyList<EmotionSegment> Append(WindowResult window)
    {
        EmotionPrediction? prediction = window.IsSpeech ? answer(window.Probabilities) : null;
        string label = prediction?.Label ?? EmotionSegment.NoSpeechLabel;
        TimeSpan boundary = (_lastCenter + window.Center) / 2;
        List<EmotionSegment> ended = [];
        if (_label is not null)
        {
            CutTo(boundary, ended);
            if (label != _label || !options.Merge || boundary - _start >= _longest)
            {
                ended.Add(End(boundary));
            }
        }

        (_label, _lastCenter) = (label, window.Center);
        if (prediction is not null)
        {
            _members.Add(prediction);
        }

        return ended;
    }

    /// <summary>Ends the recording; returns the last segments, if there was any window.</summary>
    public IReadOnlyList<EmotionSegment> Complete(TimeSpan duration)
    {
        List<EmotionSegment> ended = [];
        if (_label is not null)
        {
            CutTo(duration, ended);
            ended.Add(End(duration));
        }

        return ended;
    }

    /// <summary>Splits off segments of the maximum length; the remainder belongs to the last window.</summary>
    private void CutTo(TimeSpan boundary, List<EmotionSegment> ended)
    {
        while (boundary - _start > _longest)
        {
            EmotionPrediction[] last = [.. _members.TakeLast(1)];
            ended.Add(End(_start + _longest));
            _members.AddRange(last);
        }
    }

    private EmotionSegment End(TimeSpan boundary)
    {
        EmotionSegment segment = new(_start, boundary, _members.Count == 0 ? null : Mean(boundary - _start));
        _members.Clear();
        _start = boundary;
        return segment;
    }

    /// <summary>All windows of the segment have the same most probable label, so their mean has it too.</summary>
    private EmotionPrediction Mean(TimeSpan duration)
    {
        string[] labels = [.. _members[0].Probabilities.Keys];
        float[] mean = ProbabilityMean.Of([.. _members.Select(member => member.Probabilities.Values.ToArray())]);
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
