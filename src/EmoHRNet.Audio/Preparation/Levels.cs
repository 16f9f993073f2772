namespace EmoHRNet.Audio.Preparation;

/// <summary>Measures levels of samples.</summary>
public static class Levels
{
    /// <summary>The mean of the samples; 0 for no samples.</summary>
    public static double Mean(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += sample;
        }

        return samples.Length == 0 ? 0 : sum / samples.Length;
    }

    /// <summary>The mean of the squared samples; 0 for no samples.</summary>
    public static double MeanSquare(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return samples.Length == 0 ? 0 : sum / samples.Length;
    }

    /// <summary>The largest absolute sample; 0 for no samples.</summary>
    public static float Peak(ReadOnlySpan<float> samples)
    {
        float peak = 0;
        foreach (float sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    /// <summary>Converts a level in decibels of full scale to a factor.</summary>
    public static double FromDecibels(double decibels) => Math.Pow(10, decibels / 20);
}
