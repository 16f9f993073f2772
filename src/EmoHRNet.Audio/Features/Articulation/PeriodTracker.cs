namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Marks the periods of a voiced frame and measures how they differ.</summary>
/// <remarks>
/// Starting at the highest peak near the middle, the next period is where the waveform correlates most with itself, as in Praat's
/// "To PointProcess (cc)". Neighbors that differ by more than 1.3 in length or 1.6 in amplitude are not compared (Praat's defaults).
/// </remarks>
internal static class PeriodTracker
{
    private const double Shortest = 0.8;
    private const double Longest = 1.25;
    private const float Similar = 0.5f;
    private const double MostPeriodFactor = 1.3;
    private const double MostAmplitudeFactor = 1.6;
    private const int MostPeriods = 128;

    /// <summary>Jitter (relative to the mean period) and shimmer (in decibels); 0 where fewer than two periods match.</summary>
    /// <param name="frame">The samples of the frame, with mean 0.</param>
    /// <param name="period">The approximate period in samples; at least 2.</param>
    public static (float Jitter, float Shimmer) Measure(ReadOnlySpan<float> frame, double period)
    {
        Span<double> marks = stackalloc double[MostPeriods];
        int count = Follow(frame, period, marks);
        marks = marks[..count];
        Span<double> lengths = stackalloc double[MostPeriods];
        Span<double> amplitudes = stackalloc double[MostPeriods];
        for (int i = 0; i < count; i++)
        {
            lengths[i] = i + 1 < count ? marks[i + 1] - marks[i] : 0;
            amplitudes[i] = Amplitude(frame, marks[i], period);
        }

        return count < 3 ? (0, 0) : (Jitter(lengths[..(count - 1)]), Shimmer(amplitudes[..count]));
    }

    /// <summary>Marks one sample in every period, in order of time.</summary>
    private static int Follow(ReadOnlySpan<float> frame, double period, Span<double> marks)
    {
        double middle = Highest(frame, (int)((frame.Length - period) / 2), (int)Math.Ceiling(period));
        Span<double> before = stackalloc double[MostPeriods / 2];
        int countBefore = Walk(frame, period, middle, -1, before);
        for (int i = 0; i < countBefore; i++)
        {
            marks[i] = before[countBefore - 1 - i];
        }

        marks[countBefore] = middle;
        return countBefore + 1 + Walk(frame, period, middle, 1, marks.Slice(countBefore + 1, (MostPeriods / 2) - 1));
    }

    private static int Walk(ReadOnlySpan<float> frame, double period, double from, int direction, Span<double> marks)
    {
        int count = 0;
        while (count < marks.Length && Next(frame, period, from, direction) is { } next)
        {
            marks[count++] = from = next;
        }

        return count;
    }

    /// <summary>The most similar place one period away; null where the frame ends or nothing is similar.</summary>
    private static double? Next(ReadOnlySpan<float> frame, double period, double from, int direction)
    {
        int length = (int)Math.Round(period);
        int first = (int)(period * Shortest);
        int count = (int)Math.Ceiling(period * Longest) - first + 1;
        int start = (int)Math.Round(from) - (length / 2);
        int furthest = start + (direction * (first + count - 1));
        if (Math.Min(start, furthest) < 0 || Math.Max(start, furthest) + length > frame.Length)
        {
            return null;
        }

        Span<float> similarity = count <= 512 ? stackalloc float[count] : new float[count];
        int best = Compare(frame, start, length, direction, first, similarity);
        bool inside = best > 0 && best < count - 1 && similarity[best] >= Similar;
        return inside ? from + (direction * (first + Correlation.Peak(similarity, best).Index)) : null;
    }

    /// <summary>Computes the normalized correlation with the signal at a range of lags, and returns the index of the highest one.</summary>
    private static int Compare(ReadOnlySpan<float> frame, int start, int length, int direction, int firstLag, Span<float> similarity)
    {
        ReadOnlySpan<float> here = frame.Slice(start, length);
        float energy = Correlation.Dot(here, here);
        int best = 0;
        for (int i = 0; i < similarity.Length; i++)
        {
            ReadOnlySpan<float> there = frame.Slice(start + (direction * (firstLag + i)), length);
            float product = energy * Correlation.Dot(there, there);
            similarity[i] = product > 0 ? Correlation.Dot(here, there) / MathF.Sqrt(product) : 0;
            best = similarity[i] > similarity[best] ? i : best;
        }

        return best;
    }

    private static int Highest(ReadOnlySpan<float> frame, int start, int count)
    {
        int best = start;
        for (int i = start; i < start + count && i < frame.Length; i++)
        {
            best = Math.Abs(frame[i]) > Math.Abs(frame[best]) ? i : best;
        }

        return best;
    }

    /// <summary>The peak-to-peak amplitude of the period around a place.</summary>
    private static double Amplitude(ReadOnlySpan<float> frame, double mark, double period)
    {
        int start = Math.Max(1, (int)Math.Round(mark - (period / 2)));
        int end = Math.Min(frame.Length - 1, (int)Math.Round(mark + (period / 2)));
        (double highest, double lowest) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int i = start; i < end; i++)
        {
            double value = Vertex(frame[i - 1], frame[i], frame[i + 1]);
            highest = Math.Max(highest, value);
            lowest = Math.Min(lowest, value);
        }

        return highest - lowest;
    }

    /// <summary>The extreme of the parabola through three samples, where the middle one is an extreme.</summary>
    private static double Vertex(double left, double middle, double right)
    {
        double curvature = left - (2 * middle) + right;
        bool extreme = (middle - left) * (middle - right) > 0;
        return extreme ? middle - ((right - left) * (right - left) / (8 * curvature)) : middle;
    }

    private static float Jitter(ReadOnlySpan<double> lengths)
    {
        (double differences, int pairs, double sum) = (0, 0, lengths[0]);
        for (int i = 1; i < lengths.Length; i++)
        {
            sum += lengths[i];
            if (Factor(lengths[i - 1], lengths[i]) <= MostPeriodFactor)
            {
                differences += Math.Abs(lengths[i] - lengths[i - 1]);
                pairs++;
            }
        }

        return pairs == 0 ? 0 : (float)(differences / pairs / (sum / lengths.Length));
    }

    private static float Shimmer(ReadOnlySpan<double> amplitudes)
    {
        (double decibels, int pairs) = (0, 0);
        for (int i = 1; i < amplitudes.Length; i++)
        {
            double factor = Factor(amplitudes[i - 1], amplitudes[i]);
            if (factor <= MostAmplitudeFactor)
            {
                decibels += 20 * Math.Log10(factor);
                pairs++;
            }
        }

        return pairs == 0 ? 0 : (float)(decibels / pairs);
    }

    private static double Factor(double a, double b) => a > 0 && b > 0 ? Math.Max(a / b, b / a) : double.PositiveInfinity;
}
