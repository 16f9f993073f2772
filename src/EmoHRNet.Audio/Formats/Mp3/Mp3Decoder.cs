namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>MPEG audio of layers I to III, through NLayer.</summary>
internal sealed class Mp3Decoder : IAudioDecoder
{
    public string Name => "MP3";

    public bool Recognizes(ReadOnlySpan<byte> head) => Mp3Sync.Find(head) is not null;

    public DecodedAudio Open(AudioContent content) => new Mp3Audio(new Mp3Frames(content));
}
