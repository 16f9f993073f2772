namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>The format of results in a file.</summary>
internal interface IResultFormat
{
    /// <summary>The first line of the file, or null.</summary>
    string? Header { get; }

    /// <summary>The line of one result.</summary>
    string Line(ScoredFile result);
}
