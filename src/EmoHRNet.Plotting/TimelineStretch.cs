namespace EmoHRNet.Plotting;

/// <summary>A stretch of a recording with one answer.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Label">The answer; one that is not among the labels, such as "no speech", is drawn as a gap.</param>
public sealed record TimelineStretch(TimeSpan Start, TimeSpan End, string Label);
