namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>
/// Measures how the syllables of a stretch differ: speech changes vowels, lengths, levels and pitch from one to the next, whereas the calls of
/// an animal, the notes of an instrument and the strokes of a machine resemble each other. Not thread-safe.
/// </summary>
internal sealed class SyllableEvidence
{
    private const int Most = 24; // syllables of two seconds
    private const float LeastDip = 3; // decibels between two syllables
    private const int Smoothing = 2; // frames to each side

    private readonly float[] _smooth = new float[SpeechEvidence.FullFrames];
    private readonly int[] _peaks = new int[Most];
    private readonly float[] _envelopes = new float[Most * SpeechFrames.Bands];

    public void AddSyllables(Stretch stretch, List<float> evidence)
    {
        Smooth(stretch);
        int count = FindPeaks(stretch);
        LoadEnvelopes(stretch, count);
        float[] intervals = [.. Enumerable.Range(1, Math.Max(0, count - 1)).Select(i => MathF.Log(_peaks[i] - _peaks[i - 1]))];
        (double interval, double intervalDeviation) = Statistics.Moments(intervals);
        (_, double levelDeviation) = Statistics.Moments([.. Enumerable.Range(0, count).Select(i => _smooth[_peaks[i]])]);
        float[] pitches = [.. Enumerable.Range(0, count).Where(i => stretch.Voicing[_peaks[i]] > Stretch.LeastVoicing).Select(i => stretch.Pitch[_peaks[i]])];
        evidence.Add((float)count / stretch.Count);
        evidence.Add(count > 1 ? (float)interval : MathF.Log(stretch.Count));
        evidence.Add((float)intervalDeviation);
        evidence.Add((float)levelDeviation);
        evidence.Add((float)Statistics.Moments(pitches).Deviation);
        evidence.Add(count == 0 ? 0 : (float)pitches.Length / count);
        AddDistances(count, evidence);
        AddWithin(stretch, count, evidence);
    }

    private void Smooth(Stretch stretch)
    {
        for (int t = 0; t < stretch.Count; t++)
        {
            float sum = 0;
            int first = Math.Max(0, t - Smoothing), last = Math.Min(stretch.Count - 1, t + Smoothing);
            for (int i = first; i <= last; i++)
            {
                sum += stretch.Level[i];
            }

            _smooth[t] = sum / (last - first + 1);
        }
    }

    /// <summary>Peaks of the level among the active frames with a dip between each two of them.</summary>
    private int FindPeaks(Stretch stretch)
    {
        int count = 0;
        int best = -1;
        float lowest = float.NegativeInfinity; // since the last peak
        for (int t = 0; t < stretch.Count; t++)
        {
            float level = _smooth[t];
            if (best < 0)
            {
                lowest = Math.Min(lowest, level);
                if (level - lowest >= LeastDip || (count == 0 && float.IsNegativeInfinity(lowest)))
                {
                    best = t;
                }
            }
            else if (level > _smooth[best])
            {
                best = t;
            }
            else if (level < _smooth[best] - LeastDip)
            {
                if (count < Most && stretch.IsActive[best])
                {
                    _peaks[count++] = best;
                }

                (best, lowest) = (-1, level);
            }
        }

        if (best >= 0 && count < Most && stretch.IsActive[best])
        {
            _peaks[count++] = best;
        }

        return count;
    }

    /// <summary>The bands around each peak, smoothed over five frames, less their mean.</summary>
    private void LoadEnvelopes(Stretch stretch, int count)
    {
        Array.Clear(_envelopes);
        for (int i = 0; i < count; i++)
        {
            Span<float> envelope = _envelopes.AsSpan(i * SpeechFrames.Bands, SpeechFrames.Bands);
            AddBands(stretch, _peaks[i] - Smoothing, _peaks[i] + Smoothing, envelope);
        }
    }

    private static void AddBands(Stretch stretch, int from, int to, Span<float> envelope)
    {
        int first = Math.Max(0, from), last = Math.Min(stretch.Count - 1, to);
        float mean = 0;
        for (int t = first; t <= last; t++)
        {
            ReadOnlySpan<float> bands = stretch.Bands(t);
            for (int band = 0; band < bands.Length; band++)
            {
                envelope[band] += bands[band] / (last - first + 1);
            }
        }

        foreach (float band in envelope)
        {
            mean += band / envelope.Length;
        }

        for (int band = 0; band < envelope.Length; band++)
        {
            envelope[band] -= mean;
        }
    }

    /// <summary>How far the envelopes of syllables are from each other: next ones, all pairs, and the nearest of each.</summary>
    private void AddDistances(int count, List<float> evidence)
    {
        double next = 0, all = 0, nearest = 0;
        int pairs = 0;
        for (int i = 0; i < count; i++)
        {
            float least = float.MaxValue;
            for (int j = 0; j < count; j++)
            {
                if (i != j)
                {
                    float distance = Distance(Envelope(i), Envelope(j));
                    least = Math.Min(least, distance);
                    (all, pairs) = (all + distance, pairs + 1);
                    next += j == i + 1 ? distance : 0;
                }
            }

            nearest += count > 1 ? least : 0;
        }

        evidence.Add((float)(next / Math.Max(1, count - 1)));
        evidence.Add((float)(all / Math.Max(1, pairs)));
        evidence.Add((float)(nearest / Math.Max(1, count)));
    }

    /// <summary>How far the envelope moves within syllables, from 80 ms before the peak to 80 ms after it, and by how much the peak exceeds both.</summary>
    private void AddWithin(Stretch stretch, int count, List<float> evidence)
    {
        const int Reach = 5;
        double moved = 0, fall = 0;
        Span<float> before = stackalloc float[SpeechFrames.Bands], after = stackalloc float[SpeechFrames.Bands];
        for (int i = 0; i < count; i++)
        {
            before.Clear();
            after.Clear();
            AddBands(stretch, _peaks[i] - Reach - 1, _peaks[i] - Reach + 1, before);
            AddBands(stretch, _peaks[i] + Reach - 1, _peaks[i] + Reach + 1, after);
            moved += Distance(before, after);
            fall += _smooth[_peaks[i]] - (0.5f * (_smooth[Math.Max(0, _peaks[i] - Reach)] + _smooth[Math.Min(stretch.Count - 1, _peaks[i] + Reach)]));
        }

        evidence.Add((float)(moved / Math.Max(1, count)));
        evidence.Add((float)(fall / Math.Max(1, count)));
    }

    private ReadOnlySpan<float> Envelope(int syllable) => _envelopes.AsSpan(syllable * SpeechFrames.Bands, SpeechFrames.Bands);

    private static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return MathF.Sqrt(sum / a.Length);
    }
}
