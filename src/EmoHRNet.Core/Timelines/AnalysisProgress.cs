namespace EmoHRNet;

/// <summary>The progress of the analysis of a recording.</summary>
/// <param name="Analyzed">The duration of the audio read so far.</param>
/// <param name="Total">The length of the recording; null if it is not known before the end is reached.</param>
public readonly record struct AnalysisProgress(TimeSpan Analyzed, TimeSpan? Total)
{
    /// <summary>The share that is done, 0 to 1; null if the length is not known.</summary>
    public double? Share => Total is { Ticks: > 0 } total ? Math.Min(1, Analyzed / total) : null;
}
