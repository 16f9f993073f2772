namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>The shape of the power spectrum of one frame.</summary>
/// <param name="Centroid">The mean frequency in hertz, weighted by power (Praat's center of gravity).</param>
/// <param name="RollOff">The frequency in hertz below which 85% of the power lies.</param>
/// <param name="Slope">The slope of the least-squares line through the level from 0 to 5 kHz, in decibels per kilohertz.</param>
/// <param name="Flatness">The geometric mean of the power over its mean: 0 for a tone, about 0.56 for white noise, 1 where all bins are equal.</param>
/// <param name="Flux">
/// The distance to the spectrum one hop before, both as magnitudes of unit norm: 0 for the same shape, √2 for no overlap.
/// </param>
public readonly record struct SpectralShape(float Centroid, float RollOff, float Slope, float Flatness, float Flux);
