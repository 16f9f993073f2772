namespace EmoHRNet.Samples.Cluster.Scoring;

/// <summary>How much of a machine a silo uses.</summary>
/// <param name="Parallel">Batches that are scored at once.</param>
internal sealed record ScoringOptions(int Parallel);
