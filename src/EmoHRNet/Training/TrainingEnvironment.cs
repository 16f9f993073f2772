using EmoHRNet.Audio;
using Microsoft.Extensions.Logging;

namespace EmoHRNet.Training;

/// <summary>Device, checkpoints, cache and logs of a run. Nothing here changes the result.</summary>
public sealed record TrainingEnvironment
{
    /// <summary>The device: <c>auto</c> (CUDA where there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>The file that holds the state after every epoch, or null for none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Whether an existing checkpoint is continued. Otherwise a run starts from the beginning and replaces the checkpoint after its first epoch.</summary>
    public bool Resume { get; init; }

    /// <summary>A folder that keeps computed features for later runs, or null. It may be shared by several processes and deleted at any time.</summary>
    public string? FeatureCacheFolder { get; init; }

    /// <summary>How recordings are read, including those of the test part. Default: the format by content, damaged recordings refused.</summary>
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>A folder for TensorBoard event files, or null.</summary>
    public string? TensorBoardFolder { get; init; }

    /// <summary>Receives a line per epoch, or null.</summary>
    public ILogger? Logger { get; init; }
}
