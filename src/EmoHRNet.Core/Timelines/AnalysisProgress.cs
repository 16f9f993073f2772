namespace EmoHRNet;

/// <summary>How far the analysis of a recording is.</summary>
/// <param name="Analyzed">The audio that was read.</param>
/// <param name="Total">The length of the recording; null where only reading to the end tells.</param>
public readonly record struct AnalysisProgress(TimeSpan Analyzed, TimeSpan? Total)
{
    /// <summary>The share that is done, 0 to 1; null where the length is not known.</summary>
    public double? Share => Total is { Ticks: > 0 } total ? Math.Min(1, Analyzed / total) : null;
}
