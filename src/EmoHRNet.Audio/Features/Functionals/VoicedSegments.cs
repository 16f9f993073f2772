namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The lengths, in frames, of the runs of voiced or of unvoiced frames.</summary>
internal static class VoicedSegments
{
    public static float[] Lengths(ReadOnlySpan<bool> voiced, bool wanted)
    {
        List<float> lengths = [];
        int length = 0;
        foreach (bool frame in voiced)
        {
            if (frame == wanted)
            {
                length++;
            }
            else if (length > 0)
            {
                lengths.Add(length);
                length = 0;
            }
        }

        return length > 0 ? [.. lengths, length] : [.. lengths];
    }
}
