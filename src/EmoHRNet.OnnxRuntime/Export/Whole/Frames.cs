namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>The graph's values for the features of clips of different lengths in one tensor.</summary>
/// <param name="Values">The name of the values, [B, frames, rows]; zeros after the end of a clip.</param>
/// <param name="Counts">The name of the number of frames of each clip, [B, 1].</param>
internal sealed record Frames(string Values, string Counts);
