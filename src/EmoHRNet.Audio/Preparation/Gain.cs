namespace EmoHRNet.Audio.Preparation;

/// <summary>Brings samples to a level.</summary>
internal static class Gain
{
    /// <summary>The current level as a factor of full scale.</summary>
    public static double Level(ReadOnlySpan<float> samples, int sampleRate, GainNormalization normalization) => normalization switch
    {
        GainNormalization.None => 0,
        GainNormalization.Peak => Levels.Peak(samples),
        GainNormalization.Rms => Math.Sqrt(Levels.MeanSquare(samples)),
        GainNormalization.ActiveSpeech => Math.Sqrt(ActiveSpeechLevel.MeanSquare(samples, sampleRate)),
        _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "Not a gain normalization."),
    };

    /// <summary>The factor from a level to the target; 1 for silence.</summary>
    public static float Factor(double level, double targetDecibels) =>
        level > 0 ? (float)Math.Min(float.MaxValue, Levels.FromDecibels(targetDecibels) / level) : 1;

    public static float[] Apply(ReadOnlySpan<float> samples, float factor)
    {
        float[] result = samples.ToArray();
        ApplyInPlace(result, factor);
        return result;
    }

    public static void ApplyInPlace(Span<float> samples, float factor)
    {
        foreach (ref float sample in samples)
        {
            sample *= factor;
        }
    }
}
