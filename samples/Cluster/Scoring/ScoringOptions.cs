namespace EmoHRNet.Samples.Cluster.Scoring;

/// <summary>How much of a machine a silo uses.</summary>
/// <param name="Parallel">Batches scored in parallel.</param>
internal sealed record ScoringOptions(int Parallel);
