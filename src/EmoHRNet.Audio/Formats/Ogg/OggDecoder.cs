using EmoHRNet.Audio.Formats.Flac;
using EmoHRNet.Audio.Formats.Opus;
using EmoHRNet.Audio.Formats.Packets;
using EmoHRNet.Audio.Formats.Vorbis;

namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>Decodes Opus, Vorbis and FLAC in Ogg.</summary>
internal sealed class OggDecoder : IAudioDecoder
{
    /// <summary>The prefix of a FLAC file in its first packet: a signature, a version and a number of packets.</summary>
    private const int FlacPrefixLength = 9;

    public string Name => "Ogg";

    public bool Recognizes(ReadOnlySpan<byte> head) => head.StartsWith(OggPages.Marker);

    public DecodedAudio Open(AudioContent content)
    {
        OggPackets packets = new(ByteSource.For(content));
        return packets.Codec switch
        {
            OggCodec.Opus => OpusAudio.FromOgg(packets),
            OggCodec.Vorbis => VorbisAudio.FromOgg(packets),
            OggCodec.Flac => OpenFlac(packets),
            _ => throw new ArgumentOutOfRangeException(nameof(content), packets.Codec, "Not a codec."),
        };
    }

    /// <summary>After its prefix, the stream is a FLAC file.</summary>
    private static FlacAudio OpenFlac(OggPackets packets)
    {
        if (!packets.TryRead(out MediaPacket first) || first.Data.Length < FlacPrefixLength)
        {
            throw new AudioFormatException($"{packets.Name}: the header of the FLAC stream in Ogg is too short; the file is damaged.");
        }

        AudioContent content = new(new PacketStream(first.Data[FlacPrefixLength..].ToArray(), packets), packets.Name);
        return (FlacAudio)new FlacDecoder().Open(content);
    }
}
