namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>How two channels were combined; the values are the frame header's minus 7.</summary>
internal enum FlacStereo
{
    /// <summary>Channels are independent.</summary>
    Independent,

    /// <summary>The second channel is left minus right.</summary>
    LeftSide,

    /// <summary>The first channel is left minus right.</summary>
    SideRight,

    /// <summary>The first channel is the mean, the second the difference.</summary>
    MidSide,
}
