namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>FLAC in its own container (RFC 9639).</summary>
internal sealed class FlacDecoder : IAudioDecoder
{
    public string Name => "FLAC";

    public bool Recognizes(ReadOnlySpan<byte> head) => head.StartsWith(FlacStreamInfo.Marker);

    public DecodedAudio Open(AudioContent content)
    {
        ByteSource source = ByteSource.For(content);
        return new FlacAudio(source, FlacStreamInfo.Read(source));
    }
}
