namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Rows of features of clips of different lengths in one tensor, while the graph runs.</summary>
/// <param name="Values">The name of the values, [B, frames, rows]; zeros behind the end of a clip.</param>
/// <param name="Counts">The name of the number of frames of each clip, [B, 1].</param>
internal sealed record Frames(string Values, string Counts);
