namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>The voice quality of one frame.</summary>
/// <param name="HarmonicsToNoise">
/// The harmonics-to-noise ratio in decibels, −20 to 60: 10 log10 (r / (1 − r)), where r is the autocorrelation at one period
/// (Boersma, 1993).
/// </param>
/// <param name="Jitter">
/// The mean difference of consecutive periods relative to the mean period (Praat's and openSMILE's "local"), 0 to 1; a healthy
/// sustained vowel has less than 0.01. 0 where fewer than two periods match.
/// </param>
/// <param name="Shimmer">
/// The mean difference of the peak-to-peak amplitudes of consecutive periods in decibels, at least 0; 0 where fewer than two match.
/// </param>
public readonly record struct VoiceQuality(float HarmonicsToNoise, float Jitter, float Shimmer);
