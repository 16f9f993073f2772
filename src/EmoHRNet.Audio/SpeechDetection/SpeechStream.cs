namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>
/// Detects speech in stretches of a recording while it arrives, like <see cref="SpeechDetector"/> in clips. The lengths of the pieces do
/// not change the results. Not thread-safe.
/// </summary>
public sealed class SpeechStream
{
    private const int FewestFrames = (int)(SpeechDetector.ShortestSeconds * SpeechFrames.SampleRate / SpeechFrames.Hop);
    private const int Step = SpeechEvidence.FullFrames / 2;
    private const double FrameSeconds = (double)SpeechFrames.Hop / SpeechFrames.SampleRate;
    private const float QuietDecibels = 25; // stretches further below the loudest one are pauses

    private readonly SpeechFrames _frames;
    private readonly SpeechEvidence _evidence = new();
    private readonly Func<float[], float> _logit;

    /// <summary>Starts a recording.</summary>
    /// <param name="sampleRate">The rate of the samples to append, in hertz, 1,000 to 768,000.</param>
    public SpeechStream(int sampleRate)
        : this(sampleRate, evidence => SpeechNetwork.Logit(evidence))
    {
    }

    /// <summary>Starts a recording that is classified by another network, for training.</summary>
    internal SpeechStream(int sampleRate, Func<float[], float> logit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, Waveform.MaximumSampleRate);
        (_frames, _logit) = (new SpeechFrames(sampleRate), logit);
    }

    /// <summary>The part of the recording that can be classified so far, in seconds: up to 40 ms less than was appended.</summary>
    public double Seconds => _frames.Count * FrameSeconds;

    /// <summary>Appends the next samples.</summary>
    /// <param name="samples">Any number of samples of one channel, all finite.</param>
    public void Append(ReadOnlySpan<float> samples) => _frames.Append(samples);

    /// <summary>Ends the recording, so that all of it can be classified.</summary>
    public void Complete() => _frames.Complete();

    /// <summary>The probability that there is speech in a stretch, 0 to 1; null for less than <see cref="SpeechDetector.ShortestSeconds"/>.</summary>
    /// <param name="startSeconds">Where the stretch starts.</param>
    /// <param name="endSeconds">Where it ends; parts not yet appended, or discarded, are ignored.</param>
    public float? Probability(double startSeconds, double endSeconds)
    {
        ReadOnlySpan<float> rows = _frames.Rows((long)Math.Round(startSeconds / FrameSeconds), (long)Math.Round(endSeconds / FrameSeconds));
        return rows.Length / SpeechFrames.Stride < FewestFrames ? null : Probability(rows);
    }

    /// <summary>Discards the recording before a time.</summary>
    /// <param name="beforeSeconds">The time.</param>
    public void Forget(double beforeSeconds) => _frames.Forget((long)Math.Floor(beforeSeconds / FrameSeconds));

    /// <summary>The probability that there is speech in some frames.</summary>
    internal float Probability(ReadOnlySpan<float> rows)
    {
        int count = rows.Length / SpeechFrames.Stride;
        List<(float Level, float Logit)> parts = [];
        int last = Math.Max(0, count - SpeechEvidence.FullFrames);
        for (int start = 0; start < last + Step; start += Step)
        {
            int first = Math.Min(start, last);
            parts.Add(Judge(rows.Slice(first * SpeechFrames.Stride, Math.Min(SpeechEvidence.FullFrames, count) * SpeechFrames.Stride)));
        }

        return (float)(1 / (1 + Math.Exp(-Pool(parts))));
    }

    private (float Level, float Logit) Judge(ReadOnlySpan<float> rows)
    {
        float loudest = float.NegativeInfinity;
        for (int level = SpeechFrames.Bands; level < rows.Length; level += SpeechFrames.Stride)
        {
            loudest = Math.Max(loudest, rows[level]);
        }

        return (loudest, _logit(_evidence.Measure(rows)));
    }

    /// <summary>The mean of the third with the highest logits: speech has pauses, and a single moment of a long noise may resemble speech.</summary>
    private static double Pool(List<(float Level, float Logit)> parts)
    {
        float loudest = parts.Max(part => part.Level);
        float[] heard = [.. parts.Where(part => part.Level > loudest - QuietDecibels).Select(part => part.Logit).OrderDescending()];
        return heard.Take(Math.Max(1, (heard.Length + 2) / 3)).Average();
    }
}
