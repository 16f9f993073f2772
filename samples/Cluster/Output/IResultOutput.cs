namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>The destination of results. Writing a batch again replaces its results, so that every recording has exactly one.</summary>
internal interface IResultOutput
{
    /// <summary>Checks, before hours of work, that results can be written there.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    void RequireNew(string output);

    /// <summary>Writes the results of one batch, all or none.</summary>
    Task WriteAsync(string output, string run, int batch, IReadOnlyList<ScoredFile> results);

    /// <summary>Merges the results of all batches; may be called again after an interruption.</summary>
    Task GatherAsync(string output, string run, int batchCount);
}
