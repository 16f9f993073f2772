namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>A value in the graph with shape [N, channels, bands, frames].</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="Size">Its bands and frames; null if known only when the graph runs.</param>
/// <param name="Level">The number of strided convolutions before it: maps of the same level have the same size.</param>
internal sealed record Map(string Name, int Channels, MapSize? Size, int Level = 0);
