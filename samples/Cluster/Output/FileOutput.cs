using System.Globalization;
using System.Text;
using EmoHRNet.Audio.Storage;

namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>A file on shared storage: one part per batch, written atomically, and merged into one file at the end.</summary>
internal sealed class FileOutput(IResultFormat format) : IResultOutput
{
    public void RequireNew(string output)
    {
        string full = Path.GetFullPath(output);
        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new ArgumentException($"The folder of the output '{output}' does not exist; create it first, where all silos can write.");
        }

        if (Path.Exists(full))
        {
            throw new ArgumentException($"The output '{output}' exists already; a job does not replace the results of another.");
        }
    }

    public Task WriteAsync(string output, string run, int batch, IReadOnlyList<ScoredFile> results)
    {
        TextFile.Write(PartOf(output, run, batch), string.Concat(results.Select(result => format.Line(result) + "\n")));
        return Task.CompletedTask;
    }

    public Task GatherAsync(string output, string run, int batchCount)
    {
        // If the file exists, an earlier attempt was interrupted while it deleted the parts.
        if (!File.Exists(output))
        {
            AtomicFile.Write(output, target => Gather(target, Enumerable.Range(0, batchCount).Select(batch => PartOf(output, run, batch))));
        }

        DeleteParts(output, run);
        return Task.CompletedTask;
    }

    private void Gather(Stream target, IEnumerable<string> parts)
    {
        if (format.Header is { } header)
        {
            target.Write(Encoding.UTF8.GetBytes(header + "\n"));
        }

        foreach (string part in parts)
        {
            using FileStream source = File.OpenRead(part);
            source.CopyTo(target);
        }
    }

    private static void DeleteParts(string output, string run)
    {
        string folder = RunFolder(output, run);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        string parts = Path.GetDirectoryName(folder)!;
        if (Directory.Exists(parts) && !Directory.EnumerateFileSystemEntries(parts).Any())
        {
            Directory.Delete(parts);
        }
    }

    // A thousand parts per folder: network file systems are slow with a million.
    private static string PartOf(string output, string run, int batch) => Path.Combine(
        RunFolder(output, run),
        (batch / 1000).ToString("0000", CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"part-{batch:0000000}{Path.GetExtension(output)}"));

    private static string RunFolder(string output, string run) => Path.Combine(Path.GetFullPath(output) + ".parts", run);
}
