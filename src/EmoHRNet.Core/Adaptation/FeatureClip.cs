namespace EmoHRNet.Adaptation;

/// <summary>The pooled features of a clip.</summary>
/// <param name="Windows">The pooled features of each window, at least one.</param>
/// <param name="Label">The number of its label; -1 without one.</param>
/// <param name="Speaker">The speaker.</param>
/// <param name="Recording">Identifies the recording; a clip that is given twice is the same recording.</param>
internal sealed record FeatureClip(IReadOnlyList<double[]> Windows, int Label, string Speaker, string Recording);
