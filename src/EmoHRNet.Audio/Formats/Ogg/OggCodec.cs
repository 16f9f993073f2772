namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>The codecs that are decoded from Ogg without ffmpeg.</summary>
internal enum OggCodec
{
    /// <summary>Opus (RFC 7845).</summary>
    Opus,

    /// <summary>Vorbis (Vorbis I specification).</summary>
    Vorbis,

    /// <summary>FLAC (RFC 9639, section 10.1).</summary>
    Flac,
}
