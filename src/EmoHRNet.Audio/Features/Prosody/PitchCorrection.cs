namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>Corrects octave errors: a frame whose pitch jumps away from the voiced frames around it gets their median.</summary>
internal static class PitchCorrection
{
    /// <summary>The number of frames on either side that are considered.</summary>
    public const int Radius = 2;

    private const float Voiced = 0.3f;
    private const double Leap = 0.4; // octaves; more than a voice glides within two frames

    /// <summary>The pitch of one frame in hertz; 0 where none is found.</summary>
    public static float At(ReadOnlySpan<float> pitch, ReadOnlySpan<float> voicing, int frame)
    {
        Span<float> around = stackalloc float[(2 * Radius) + 1];
        int count = 0;
        for (int i = Math.Max(0, frame - Radius); i <= Math.Min(pitch.Length - 1, frame + Radius); i++)
        {
            if (pitch[i] > 0 && voicing[i] >= Voiced)
            {
                around[count++] = pitch[i];
            }
        }

        if (pitch[frame] <= 0 || count < Radius + 1)
        {
            return pitch[frame];
        }

        around[..count].Sort();
        float median = around[count / 2];
        return Math.Abs(Math.Log2(pitch[frame] / median)) > Leap ? median : pitch[frame];
    }
}
