using EmoHRNet.Audio;
using Microsoft.Extensions.Logging;

namespace EmoHRNet.Training;

/// <summary>Where a run takes place and what it leaves behind. Nothing here changes what is learned.</summary>
public sealed record TrainingEnvironment
{
    /// <summary>The device: <c>auto</c> (CUDA where there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>The file that holds the state after every epoch, or null for none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Whether an existing checkpoint is continued. Without it, a run starts anew and replaces the checkpoint after its first epoch.</summary>
    public bool Resume { get; init; }

    /// <summary>A folder that keeps computed features for later runs, or null. It may be shared by several processes and deleted at any time.</summary>
    public string? FeatureCacheFolder { get; init; }

    /// <summary>How recordings are read, those of the test included. Default: the format by content, damaged recordings refused.</summary>
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>A folder for TensorBoard event files, or null.</summary>
    public string? TensorBoardFolder { get; init; }

    /// <summary>Receives a line per epoch, or null.</summary>
    public ILogger? Logger { get; init; }
}
