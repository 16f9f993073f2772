namespace EmoHRNet.Audio.Preparation;

/// <summary>What is brought to the target level.</summary>
public enum GainNormalization
{
    /// <summary>Nothing: the samples keep their level.</summary>
    None,

    /// <summary>The largest absolute sample.</summary>
    Peak,

    /// <summary>The root mean square of the samples.</summary>
    Rms,
}
