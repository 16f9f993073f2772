namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Clips of different lengths in one tensor, while the graph runs.</summary>
/// <param name="Samples">The name of the samples, [B, longest]; zeros behind the end of a clip.</param>
/// <param name="Lengths">The name of the number of samples of each, [B, 1].</param>
internal sealed record Clips(string Samples, string Lengths);
