namespace EmoHRNet.Training;

/// <summary>What a training run is doing.</summary>
public enum TrainingPhase
{
    /// <summary>Features are computed or read from the cache.</summary>
    PreparingFeatures,

    /// <summary>Weights change.</summary>
    Training,

    /// <summary>An epoch has just ended; its record is in the report.</summary>
    EpochFinished,
}
