namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>How two channels were combined; the values are those of the frame header less 7.</summary>
internal enum FlacStereo
{
    /// <summary>Each channel stands for itself.</summary>
    Independent,

    /// <summary>The second is the left less the right.</summary>
    LeftSide,

    /// <summary>The first is the left less the right.</summary>
    SideRight,

    /// <summary>The first is the mean, the second the difference.</summary>
    MidSide,
}
