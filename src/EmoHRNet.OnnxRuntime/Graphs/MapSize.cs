namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>The size of a map, known when the graph is written.</summary>
internal readonly record struct MapSize(int Bands, int Frames)
{
    /// <summary>The size after a strided convolution whose padding preserves the size at stride 1: ⌈size / stride⌉.</summary>
    public MapSize Strided(int bandStride, int frameStride) => new(((Bands - 1) / bandStride) + 1, ((Frames - 1) / frameStride) + 1);

    /// <summary>Whether upsampling to the finer size repeats every value equally often.</summary>
    public bool Divides(MapSize finer) => finer.Bands % Bands == 0 && finer.Frames % Frames == 0;
}
