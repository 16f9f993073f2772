using EmoHRNet.Audio.Formats.Flac;
using EmoHRNet.Audio.Formats.Opus;
using EmoHRNet.Audio.Formats.Packets;
using EmoHRNet.Audio.Formats.Vorbis;

namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>Decodes Opus, Vorbis and FLAC in WebM and Matroska; browsers record WebM.</summary>
internal sealed class MatroskaDecoder : IAudioDecoder
{
    private static ReadOnlySpan<byte> Marker => [0x1A, 0x45, 0xDF, 0xA3];

    public string Name => "WebM";

    public bool Recognizes(ReadOnlySpan<byte> head) => head.StartsWith(Marker);

    public DecodedAudio Open(AudioContent content)
    {
        MatroskaPackets packets = new(ByteSource.For(content));
        MatroskaTrack track = packets.Track;
        return track.Codec switch
        {
            "A_OPUS" => OpusAudio.WithHead(packets, OpusHead.Read(packets.Name, track.Private)),
            "A_VORBIS" => VorbisAudio.WithHeaders(packets, MatroskaVorbis.SplitHeaders(packets.Name, track.Private)),
            "A_FLAC" => new FlacDecoder().Open(new AudioContent(new PacketStream(track.Private, packets), packets.Name)),
            _ => throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"WebM or Matroska with the codec {track.Codec}"),
        };
    }
}
