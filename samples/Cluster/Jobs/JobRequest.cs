namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The request for a job. All silos must be able to open every path.</summary>
[GenerateSerializer]
internal sealed record JobRequest
{
    public const int LargestBatch = 1024;

    /// <summary>A folder, a CSV file with a column <c>path</c>, or a text file with a path or URI on each line.</summary>
    [Id(0)]
    public required string Manifest { get; init; }

    /// <summary>A file that ends in .jsonl or .csv, or <c>table:NAME</c> for a table in the PostgreSQL database of the silos.</summary>
    [Id(1)]
    public required string Output { get; init; }

    /// <summary>Files per batch, 1 to 1,024.</summary>
    [Id(2)]
    public int BatchSize { get; init; } = 32;

    /// <summary>How long a live silo may take for a batch, in minutes; after that another silo gets it, too.</summary>
    [Id(3)]
    public int LeaseMinutes { get; init; } = 60;

    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public void Validate()
    {
        if (BatchSize is < 1 or > LargestBatch)
        {
            throw new ArgumentException($"The batch size is {BatchSize}; expected 1 to {LargestBatch}.");
        }

        if (LeaseMinutes is < 1 or > 1440)
        {
            throw new ArgumentException($"The lease is {LeaseMinutes} minutes; expected 1 to 1440.");
        }
    }
}
