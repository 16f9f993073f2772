namespace EmoHRNet.Plotting;

/// <summary>The probabilities at one point in time of a recording.</summary>
/// <param name="Time">The time, from the start of the recording.</param>
/// <param name="Probabilities">One probability per label, 0 to 1.</param>
public sealed record TimelinePoint(TimeSpan Time, IReadOnlyList<float> Probabilities);
