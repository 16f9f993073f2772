using EmoHRNet.Audio.Features.Articulation;

namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Measures how much a stretch repeats itself: clocks, engines, beats and calls do, speech hardly does. Not thread-safe.</summary>
internal sealed class RepetitionEvidence
{
    // Every second frame: lags of 0.1 to 1 s.
    private const int Stride = 2;
    private const int FirstLag = 3;
    private const int LastLag = 32;
    private const int Frames = SpeechEvidence.FullFrames / Stride;
    private const int States = 6; // cepstral coefficients that tell the states of the spectrum apart
    private const float NearState = 2.5f; // decibels per coefficient

    private readonly float[] _bands = new float[Frames * SpeechFrames.Bands];
    private readonly float[] _energy = new float[Frames + 1];
    private readonly int[] _leaders = new int[Frames];

    public void AddRepetition(Stretch stretch, List<float> evidence)
    {
        int count = stretch.Count / Stride;
        Load(stretch, count);
        float highest = 0, sum = 0, lowest = 1;
        int highestLag = LastLag, lags = 0;
        for (int lag = FirstLag; lag <= Math.Min(LastLag, count / 2); lag++)
        {
            float likeness = Likeness(count, lag);
            lowest = Math.Min(lowest, likeness);
            // A peak counts from the valley before it, so that slow changes are no repetition.
            if (likeness - lowest > highest)
            {
                (highest, highestLag) = (likeness - lowest, lag);
            }

            (sum, lags) = (sum + likeness, lags + 1);
        }

        evidence.Add(highest);
        evidence.Add(MathF.Log(highestLag));
        evidence.Add(sum / Math.Max(1, lags));
        evidence.Add(lowest);
        AddStates(stretch, evidence);
    }

    private void Load(Stretch stretch, int count)
    {
        Array.Clear(_bands);
        Span<float> means = stackalloc float[SpeechFrames.Bands];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> first = stretch.Bands(i * Stride), second = stretch.Bands((i * Stride) + 1);
            for (int band = 0; band < first.Length; band++)
            {
                float value = 0.5f * (first[band] + second[band]);
                _bands[(i * SpeechFrames.Bands) + band] = value;
                means[band] += value / count;
            }
        }

        for (int i = 0; i < count; i++)
        {
            float energy = 0;
            for (int band = 0; band < SpeechFrames.Bands; band++)
            {
                float value = _bands[(i * SpeechFrames.Bands) + band] -= means[band];
                energy += value * value;
            }

            _energy[i + 1] = _energy[i] + energy;
        }
    }

    /// <summary>The correlation of the bands with themselves some frames later.</summary>
    private float Likeness(int count, int lag)
    {
        int length = count - lag;
        float first = _energy[length], second = _energy[count] - _energy[lag];
        ReadOnlySpan<float> now = _bands.AsSpan(0, length * SpeechFrames.Bands), later = _bands.AsSpan(lag * SpeechFrames.Bands, now.Length);
        return Correlation.Dot(now, later) / (MathF.Sqrt(first * second) + 1);
    }

    /// <summary>How many distinct spectra the active frames have, per frame and in all, and how often the spectrum changes between them.</summary>
    private void AddStates(Stretch stretch, List<float> evidence)
    {
        int leaders = 0, active = 0, changes = 0, last = -1;
        for (int t = 0; t < stretch.Count; t += Stride)
        {
            if (!stretch.IsActive[t])
            {
                continue;
            }

            int nearest = 0;
            while (nearest < leaders && Distance(stretch, t, _leaders[nearest]) > NearState)
            {
                nearest++;
            }

            if (nearest == leaders)
            {
                _leaders[leaders++] = t;
            }

            changes += last >= 0 && nearest != last ? 1 : 0;
            (active, last) = (active + 1, nearest);
        }

        evidence.Add(MathF.Log(1 + leaders));
        evidence.Add((float)leaders / Math.Max(1, active));
        evidence.Add((float)changes / Math.Max(1, active));
    }

    private static float Distance(Stretch stretch, int t, int other)
    {
        float sum = 0;
        for (int k = 0; k < States; k++)
        {
            float difference = stretch.Cepstrum(k)[t] - stretch.Cepstrum(k)[other];
            sum += difference * difference;
        }

        return MathF.Sqrt(sum / States);
    }
}
