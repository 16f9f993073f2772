namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>The windows of all clips, while the graph runs.</summary>
/// <param name="Values">The name of the windows, [N, channels, bands, frames].</param>
/// <param name="Clips">The name of the clip that each belongs to, [N].</param>
/// <param name="Counts">The name of the number of windows of each clip, [B, 1].</param>
internal sealed record Windows(string Values, string Clips, string Counts);
