namespace EmoHRNet.Audio.Preparation;

/// <summary>Measures the active speech level of a recording (ITU-T P.56, method B).</summary>
/// <remarks>
/// Pauses between words count as speech, silence before, after and between sentences does not, so the level does not depend on how much
/// silence surrounds the speech. Source: ITU-T Recommendation P.56 (12/2011), section 6: a two-pole envelope of 30 ms, a hangover of
/// 200 ms, and a threshold 15.9 dB below the level computed with it.
/// </remarks>
internal static class ActiveSpeechLevel
{
    /// <summary>The mean square of the active part; 0 for a silent or empty recording.</summary>
    public static double MeanSquare(ReadOnlySpan<float> samples, int sampleRate)
    {
        float peak = Levels.Peak(samples);
        if (peak <= 0)
        {
            return 0;
        }

        long[] activity = Activity(samples, sampleRate, peak);
        double energy = Levels.MeanSquare(samples) * samples.Length;
        double lastLevel = 0, lastExcess = 0;
        for (int j = 0; j < SpeechLevel.ThresholdCount && activity[j] > 0; j++)
        {
            // From the lowest threshold upwards, the level rises more slowly than the threshold; the result is where their difference
            // equals the margin.
            double level = 10 * Math.Log10(energy / activity[j]);
            double excess = level - ThresholdDecibels(j, peak) - SpeechLevel.MarginDecibels;
            if (excess <= 0)
            {
                double share = j == 0 ? 0 : lastExcess / (lastExcess - excess);
                return Math.Pow(10, (j == 0 ? level : lastLevel + (share * (level - lastLevel))) / 10);
            }

            (lastLevel, lastExcess) = (level, excess);
        }

        return Math.Pow(10, lastLevel / 10);
    }

    private static double ThresholdDecibels(int threshold, float peak) => 20 * Math.Log10(Threshold(threshold, peak));

    private static double Threshold(int threshold, float peak) => peak * SpeechLevel.ThresholdShare(threshold);

    // For every threshold, the number of samples at which the envelope exceeds it, hangovers included.
    private static long[] Activity(ReadOnlySpan<float> samples, int sampleRate, float peak)
    {
        double decay = Math.Exp(-1 / (SpeechLevel.EnvelopeSeconds * sampleRate));
        int hangover = (int)Math.Round(SpeechLevel.HangoverSeconds * sampleRate);
        double[] thresholds = [.. Enumerable.Range(0, SpeechLevel.ThresholdCount).Select(j => Threshold(j, peak))];
        long[] activity = new long[SpeechLevel.ThresholdCount];
        long[] lastActive = new long[SpeechLevel.ThresholdCount];
        Array.Fill(lastActive, long.MinValue / 2);
        double first = 0, second = 0;
        int reached = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            first = (decay * first) + ((1 - decay) * Math.Abs(samples[i]));
            second = (decay * second) + ((1 - decay) * first);
            for (int j = 0; j < SpeechLevel.ThresholdCount && second >= thresholds[j]; j++)
            {
                lastActive[j] = i;
                reached = Math.Max(reached, j + 1);
            }

            for (int j = 0; j < reached; j++)
            {
                activity[j] += i - lastActive[j] <= hangover ? 1 : 0;
            }
        }

        return activity;
    }
}
