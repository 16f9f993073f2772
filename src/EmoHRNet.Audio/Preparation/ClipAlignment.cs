namespace EmoHRNet.Audio.Preparation;

/// <summary>The position of a clip in a result of another length; the result is padded with zeros, or the clip is cropped.</summary>
public enum ClipAlignment
{
    /// <summary>The clip starts where the result starts.</summary>
    Start,

    /// <summary>The middle of the clip is the middle of the result.</summary>
    Center,

    /// <summary>The clip ends where the result ends.</summary>
    End,
}
