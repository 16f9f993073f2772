namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>The articulation of one frame: formants, spectral shape and voice quality, independent of the level.</summary>
/// <param name="F1">The first formant.</param>
/// <param name="F2">The second formant.</param>
/// <param name="F3">The third formant.</param>
/// <param name="F4">The fourth formant.</param>
/// <param name="Spectrum">The shape of the spectrum; all zeros in digital silence.</param>
/// <param name="Voice">The quality of the voice; all zeros where the frame is not voiced.</param>
/// <param name="Voicing">The probability that the frame is voiced, 0 to 1.</param>
public readonly record struct ArticulationFrame(
    Formant F1, Formant F2, Formant F3, Formant F4, SpectralShape Spectrum, VoiceQuality Voice, float Voicing)
{
    /// <summary>Whether the frame is more likely voiced than not; <see cref="Voice"/> is measured then.</summary>
    public bool IsVoiced => Voicing >= 0.5f;
}
