namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>Where results go. Writing a batch again replaces what it wrote before, so that every recording has one result in the end.</summary>
internal interface IResultOutput
{
    /// <summary>Checks, before hours of work, that results can go there.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    void RequireNew(string output);

    /// <summary>Writes the results of one batch, all or none.</summary>
    Task WriteAsync(string output, string run, int batch, IReadOnlyList<ScoredFile> results);

    /// <summary>Makes one whole of all batches; may be called again after it was interrupted.</summary>
    Task GatherAsync(string output, string run, int batchCount);
}
