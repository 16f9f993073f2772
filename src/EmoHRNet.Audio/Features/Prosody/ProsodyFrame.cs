namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>The prosody of one frame.</summary>
/// <param name="Pitch">The fundamental frequency in hertz; 0 where no period is found.</param>
/// <param name="Voicing">The probability that the frame is voiced, 0 to 1; 0 in silence.</param>
/// <param name="Energy">The level: 0 at <see cref="ProsodyOptions.SilenceDecibels"/> and below, 1 at a root mean square of 1.</param>
public readonly record struct ProsodyFrame(float Pitch, float Voicing, float Energy)
{
    /// <summary>Whether the frame is more likely voiced than not.</summary>
    public bool IsVoiced => Voicing >= 0.5f;
}
