namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The contours that functionals summarize, with one value per frame.</summary>
internal enum Contour
{
    /// <summary>The pitch in semitones above 27.5 Hz.</summary>
    Pitch,
    Loudness,
    Flux,
    Mfcc1,
    Mfcc2,
    Mfcc3,
    Mfcc4,
    AlphaRatio,
    HammarbergIndex,
    LowSlope,
    HighSlope,
    Jitter,
    Shimmer,
    HarmonicsToNoise,
    H1H2,
    H1A3,
    F1Frequency,
    F1Bandwidth,
    F1Amplitude,
    F2Frequency,
    F2Bandwidth,
    F2Amplitude,
    F3Frequency,
    F3Bandwidth,
    F3Amplitude,
    Count,
}
