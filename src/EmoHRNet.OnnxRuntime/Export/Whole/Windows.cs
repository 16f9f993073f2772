namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>The graph's values for the windows of all clips.</summary>
/// <param name="Values">The name of the windows, [N, channels, bands, frames].</param>
/// <param name="Clips">The name of the index of each window's clip, [N].</param>
/// <param name="Counts">The name of the number of windows of each clip, [B, 1].</param>
internal sealed record Windows(string Values, string Clips, string Counts);
