namespace EmoHRNet.Corpora;

/// <summary>The number of clips of a corpus as published, so that a half-downloaded copy is noticed.</summary>
/// <param name="Total">All clips.</param>
/// <param name="ByLabel">Clips of each label.</param>
/// <param name="BySpeaker">Clips of each speaker; empty where the publication does not say.</param>
public sealed record PublishedCounts(
    int Total, IReadOnlyDictionary<string, int> ByLabel, IReadOnlyDictionary<string, int> BySpeaker);
