namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>The graph's values for clips of different lengths in one tensor.</summary>
/// <param name="Samples">The name of the samples, [B, longest]; zeros after the end of a clip.</param>
/// <param name="Lengths">The name of the number of samples of each clip, [B, 1].</param>
internal sealed record Clips(string Samples, string Lengths);
