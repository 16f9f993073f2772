using System.Text.Json;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>The state of a run after a finished epoch, as one safetensors file: weights, average, best weights, optimizer moments, history.</summary>
/// <remarks>
/// It holds no random state: every random choice is a function of seed, epoch and utterance. The file is replaced
/// atomically, so a run that is killed at any moment continues from its last finished epoch.
/// </remarks>
internal static class CheckpointFile
{
    private const string Network = "network.";
    private const string Average = "average.";
    private const string Best = "best.";
    private const string Heads = "heads.";
    private const string Optimizer = "optimizer.";
    private const string Description = "emohrnet.checkpoint";

    private sealed record Header(string Fingerprint, int BestEpoch, EpochRecord[] History);

    public static void Save(string path, string fingerprint, TrainingRun run, RunState state)
    {
        List<StoredTensor> tensors = [.. ModuleTensors.Capture(run.Network, Network)];
        if (run.Average is not null)
        {
            tensors.AddRange(ModuleTensors.Capture(run.Average, Average));
        }

        tensors.AddRange(ModuleTensors.Capture(run.Heads, Heads));
        tensors.AddRange(state.BestWeights.Select(t => t.WithName(Best + t.Name)));
        tensors.AddRange(ModuleTensors.Capture(run.Optimizer.State, Optimizer));
        string header = JsonSerializer.Serialize(new Header(fingerprint, state.BestEpoch, [.. state.History]));
        SafetensorsWriter.Write(path, tensors, new Dictionary<string, string> { [Description] = header });
    }

    /// <summary>Restores a run in place.</summary>
    /// <exception cref="ModelFormatException">The file is not a checkpoint, or belongs to another run.</exception>
    public static void Restore(string path, string fingerprint, TrainingRun run, RunState state)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Header header = ReadHeader(file);
        if (header.Fingerprint != fingerprint)
        {
            throw new ModelFormatException(
                $"The checkpoint '{path}' belongs to a run with another recipe, split, augmentation, number of threads or library version; "
                + "continue with the same ones, or train without resuming.");
        }

        ModuleTensors.Restore(run.Network, Read(file, Network), path);
        if (run.Average is not null)
        {
            ModuleTensors.Restore(run.Average, Read(file, Average), path);
        }

        ModuleTensors.Restore(run.Heads, Read(file, Heads), path);
        ModuleTensors.Restore(run.Optimizer.State, Read(file, Optimizer), path);
        state.Restore(header.History, header.BestEpoch, [.. Read(file, Best).Values]);
    }

    private static Header ReadHeader(SafetensorsFile file)
    {
        try
        {
            if (file.Metadata.TryGetValue(Description, out string? json) && JsonSerializer.Deserialize<Header>(json) is { } header)
            {
                return header;
            }
        }
        catch (JsonException)
        {
            // Reported below, together with a missing header.
        }

        throw new ModelFormatException($"'{file.Name}' is not a checkpoint of a training run (no {Description} in its header).");
    }

    private static Dictionary<string, StoredTensor> Read(SafetensorsFile file, string prefix) =>
        file.Tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => file.Read(name).WithName(name[prefix.Length..]))
            .ToDictionary(t => t.Name, StringComparer.Ordinal);
}
