namespace EmoHRNet.Audio.Preparation;

/// <summary>Pads or crops one channel.</summary>
internal static class ClipFitting
{
    public static float[] Fit(ReadOnlySpan<float> samples, int sampleCount, ClipAlignment alignment)
    {
        int difference = sampleCount - samples.Length;
        int shift = alignment switch
        {
            ClipAlignment.Start => 0,
            ClipAlignment.Center => difference / 2,
            ClipAlignment.End => difference,
            _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "Not an alignment."),
        };
        float[] result = new float[sampleCount];
        ReadOnlySpan<float> kept = difference < 0 ? samples.Slice(-shift, sampleCount) : samples;
        kept.CopyTo(result.AsSpan(Math.Max(0, shift)));
        return result;
    }
}
