namespace EmoHRNet.Timelines;

/// <summary>
/// Turns a stream of samples into segments: windows of one model, or of several whose probabilities are averaged, then smoothed and merged.
/// </summary>
internal sealed class TimelineStream
{
    private readonly IReadOnlyList<WindowStream> _members;
    private readonly Queue<ClassifiedWindow>[] _waiting;
    private readonly Func<IReadOnlyList<float[]>, float[]> _mean;
    private readonly Func<float[], EmotionPrediction> _answer;
    private readonly ProbabilitySmoothing _smoothing;
    private readonly SegmentMerging _merging;

    /// <param name="members">The windows of each model, which have the same times.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="mean">Averages the probabilities of the models.</param>
    /// <param name="answer">Creates a prediction from probabilities.</param>
    public TimelineStream(
        IReadOnlyList<WindowStream> members,
        AnalysisOptions options,
        Func<IReadOnlyList<float[]>, float[]> mean,
        Func<float[], EmotionPrediction> answer)
    {
        (_members, _mean, _answer) = (members, mean, answer);
        _waiting = [.. members.Select(_ => new Queue<ClassifiedWindow>())];
        _smoothing = new ProbabilitySmoothing(options.Smoothing);
        _merging = new SegmentMerging(options, answer);
    }

    /// <summary>The duration of the audio so far.</summary>
    public TimeSpan Duration => _members[0].Duration;

    /// <summary>Takes the next samples.</summary>
    /// <param name="mono">Any number of samples.</param>
    /// <param name="atOnce">Whether windows go through the network at once, or wait until a batch is full.</param>
    /// <returns>The windows and segments that are complete.</returns>
    public TimelinePart Append(ReadOnlySpan<float> mono, bool atOnce)
    {
        for (int i = 0; i < _members.Count; i++)
        {
            Wait(i, _members[i].Append(mono, atOnce));
        }

        return Decide(isComplete: false);
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The remaining windows and segments.</returns>
    public TimelinePart Complete()
    {
        for (int i = 0; i < _members.Count; i++)
        {
            Wait(i, _members[i].Complete());
        }

        TimelinePart part = Decide(isComplete: true);
        return part with { Segments = [.. part.Segments, .. _smoothing.Complete().SelectMany(_merging.Append), .. _merging.Complete(Duration)] };
    }

    private void Wait(int member, IReadOnlyList<ClassifiedWindow> windows)
    {
        foreach (ClassifiedWindow window in windows)
        {
            _waiting[member].Enqueue(window);
        }
    }

    /// <summary>
    /// A window is complete when every model has classified it. At the end, a model with one frame less may have no window left.
    /// </summary>
    private TimelinePart Decide(bool isComplete)
    {
        List<EmotionWindow> windows = [];
        List<EmotionSegment> segments = [];
        while (_waiting[0].Count > 0 && (isComplete || _waiting.All(queue => queue.Count > 0)))
        {
            ClassifiedWindow[] same = [.. _waiting.Where(queue => queue.Count > 0).Select(queue => queue.Dequeue())];
            float[] probabilities = _mean([.. same.Select(window => window.Probabilities)]);
            (TimeSpan start, TimeSpan end, WindowSpeech speech) = (same[0].Start, same[0].End, same[0].Speech);
            windows.Add(new EmotionWindow(start, end, speech.IsSpeech, _answer(probabilities)) { SpeechProbability = speech.Probability });
            WindowResult result = new((start + end) / 2, speech.IsSpeech, probabilities);
            segments.AddRange(_smoothing.Append(result).SelectMany(_merging.Append));
        }

        return new TimelinePart(windows, segments);
    }
}
