namespace EmoHRNet.Audio.Preparation;

/// <summary>The first-order high-pass y[n] = x[n] - a · x[n-1].</summary>
internal static class PreEmphasis
{
    public static void ApplyInPlace(Span<float> samples, float coefficient)
    {
        float previous = 0;
        foreach (ref float sample in samples)
        {
            (sample, previous) = (sample - (coefficient * previous), sample);
        }
    }
}
