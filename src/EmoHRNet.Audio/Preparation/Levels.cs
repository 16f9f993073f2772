namespace EmoHRNet.Audio.Preparation;

/// <summary>How loud samples are.</summary>
public static class Levels
{
    /// <summary>The mean of the samples; 0 where there are none.</summary>
    public static double Mean(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += sample;
        }

        return samples.Length == 0 ? 0 : sum / samples.Length;
    }

    /// <summary>The mean of the squared samples; 0 where there are none.</summary>
    public static double MeanSquare(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return samples.Length == 0 ? 0 : sum / samples.Length;
    }

    /// <summary>The largest absolute sample; 0 where there are none.</summary>
    public static float Peak(ReadOnlySpan<float> samples)
    {
        float peak = 0;
        foreach (float sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    /// <summary>The factor that a level in decibels of full scale stands for.</summary>
    public static double FromDecibels(double decibels) => Math.Pow(10, decibels / 20);
}
