namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>The size of a map that is known when the graph is written.</summary>
internal readonly record struct MapSize(int Bands, int Frames)
{
    /// <summary>The size behind a convolution whose padding keeps the size at stride 1: one output for each stride begun.</summary>
    public MapSize Strided(int bandStride, int frameStride) => new(((Bands - 1) / bandStride) + 1, ((Frames - 1) / frameStride) + 1);

    /// <summary>Whether every value of a map of this size is repeated equally often in one of the finer size.</summary>
    public bool Divides(MapSize finer) => finer.Bands % Bands == 0 && finer.Frames % Frames == 0;
}
