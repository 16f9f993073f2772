using EmoHRNet.Samples.Cluster.Jobs;
using EmoHRNet.Samples.Cluster.Manifests;

namespace EmoHRNet.Samples.Cluster.Batches;

/// <summary>Reads a manifest once and stores its files in batches, so that later changes of the folder do not affect the job.</summary>
internal sealed record ManifestBatches(int FileCount, int BatchCount, int Repeated)
{
    /// <summary>Writes the same batch numbers when another silo starts again after one died halfway.</summary>
    /// <exception cref="IOException">The manifest cannot be read.</exception>
    /// <exception cref="ArgumentException">The manifest names no file.</exception>
    public static async Task<ManifestBatches> WriteAsync(IGrainFactory grains, string run, JobRequest request)
    {
        Manifest manifest = Manifest.Open(request.Manifest);
        HashSet<string> seen = new(StringComparer.Ordinal);
        int batches = 0;
        int lines = 0;
        using IEnumerator<string> files = manifest.Files().GetEnumerator();
        while (await Task.Run(() => Next(files, seen, request.BatchSize, ref lines)) is { Length: > 0 } batch)
        {
            await grains.GetGrain<IBatch>(Batch.KeyOf(run, batches++)).Write(batch);
        }

        return seen.Count > 0
            ? new ManifestBatches(seen.Count, batches, lines - seen.Count)
            : throw new ArgumentException($"'{request.Manifest}' names no recording.");
    }

    private static string[] Next(IEnumerator<string> files, HashSet<string> seen, int size, ref int lines)
    {
        List<string> batch = [];
        while (batch.Count < size && files.MoveNext())
        {
            lines++;
            if (seen.Add(files.Current))
            {
                batch.Add(files.Current);
            }
        }

        return [.. batch];
    }
}
