namespace EmoHRNet.Audio.Formats;

/// <summary>Properties of <see cref="SampleEncoding"/> values.</summary>
internal static class SampleEncodings
{
    /// <summary>The number of bytes of one sample of one channel, 1 to 8.</summary>
    public static int ByteCount(this SampleEncoding encoding) => encoding switch
    {
        SampleEncoding.Pcm8 or SampleEncoding.SignedPcm8 or SampleEncoding.ALaw or SampleEncoding.MuLaw => 1,
        SampleEncoding.Pcm16 => 2,
        SampleEncoding.Pcm24 => 3,
        SampleEncoding.Pcm32 or SampleEncoding.Pcm24In32 or SampleEncoding.Ieee32 => 4,
        SampleEncoding.Pcm64 or SampleEncoding.Ieee64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not a sample encoding."),
    };
}
