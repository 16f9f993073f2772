namespace EmoHRNet.Training;

/// <summary>How the learning rate changes over the run.</summary>
public enum LearningRateSchedule
{
    /// <summary>A constant rate after the warm-up.</summary>
    Constant,

    /// <summary>Half a cosine from the full rate down to zero at the last step, after the warm-up.</summary>
    Cosine,
}
