using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>The encoding of the samples of a live stream, little-endian.</summary>
internal static class LiveEncoding
{
    public const string Pcm16 = "pcm16";
    private const string Float32 = "float32";

    /// <exception cref="BadHttpRequestException">There is no such encoding.</exception>
    public static SampleEncoding Parse(string name) => name switch
    {
        Pcm16 => SampleEncoding.Pcm16,
        Float32 => SampleEncoding.Ieee32,
        _ => throw new BadHttpRequestException($"encoding is '{name}'; expected {Pcm16} or {Float32}."),
    };

    /// <summary>The bytes of one sample.</summary>
    public static int Length(SampleEncoding encoding) => encoding == SampleEncoding.Pcm16 ? sizeof(short) : sizeof(float);
}
