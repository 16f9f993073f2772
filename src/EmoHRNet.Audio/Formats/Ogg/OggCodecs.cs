namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>Recognizes a codec by the first packet of its stream.</summary>
internal static class OggCodecs
{
    public static OggCodec? Identify(ReadOnlySpan<byte> packet)
    {
        if (packet.StartsWith("OpusHead"u8))
        {
            return OggCodec.Opus;
        }

        if (packet.StartsWith("\u0001vorbis"u8))
        {
            return OggCodec.Vorbis;
        }

        return packet.StartsWith("\u007FFLAC"u8) ? OggCodec.Flac : null;
    }

    /// <summary>The name of a codec that is not supported.</summary>
    public static string Describe(ReadOnlySpan<byte> packet)
    {
        if (packet.StartsWith("Speex   "u8))
        {
            return "Speex";
        }

        if (packet.Length > 7 && packet[1..7].SequenceEqual("theora"u8))
        {
            return "Theora";
        }

        return packet.StartsWith("fishead"u8) ? "Skeleton" : "an unknown codec";
    }
}
