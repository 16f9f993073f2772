namespace EmoHRNet.Audio;

/// <summary>How samples are written to a WAV file.</summary>
public enum WavEncoding
{
    /// <summary>16-bit integers; samples beyond full scale are clipped.</summary>
    Pcm16,

    /// <summary>32-bit IEEE floating point; every sample is kept as it is.</summary>
    IeeeFloat,
}
