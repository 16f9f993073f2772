namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>The rows of an <see cref="ArticulationAnalyzer"/>: frequencies of F1 to F4, their bandwidths, then the other values.</summary>
internal enum ArticulationRow
{
    Frequencies = 0,
    Bandwidths = Frequencies + FormantEstimator.Count,
    Centroid = Bandwidths + FormantEstimator.Count,
    RollOff,
    Slope,
    Flatness,
    Flux,
    HarmonicsToNoise,
    Jitter,
    Shimmer,
    Voicing,
    Count,
}
