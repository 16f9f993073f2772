namespace EmoHRNet.Audio.Preparation;

/// <summary>Where a clip lies in a result of another length; the rest is zeros, or is cut off.</summary>
public enum ClipAlignment
{
    /// <summary>The clip starts where the result starts.</summary>
    Start,

    /// <summary>The middle of the clip is the middle of the result.</summary>
    Center,

    /// <summary>The clip ends where the result ends.</summary>
    End,
}
