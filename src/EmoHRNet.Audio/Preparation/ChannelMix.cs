namespace EmoHRNet.Audio.Preparation;

/// <summary>How several channels become one.</summary>
public enum ChannelMix
{
    /// <summary>The mean of all channels.</summary>
    Average,

    /// <summary>The first channel alone.</summary>
    Left,

    /// <summary>The second channel alone; a mono signal is its own right channel.</summary>
    Right,
}
