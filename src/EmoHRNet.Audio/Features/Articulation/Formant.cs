namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>A resonance of the vocal tract.</summary>
/// <param name="Frequency">The center in hertz; 0 where there is no such formant.</param>
/// <param name="Bandwidth">The width at half the power in hertz; 0 where there is no such formant.</param>
public readonly record struct Formant(float Frequency, float Bandwidth);
