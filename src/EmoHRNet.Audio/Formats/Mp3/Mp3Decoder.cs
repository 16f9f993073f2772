using NLayer;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>MPEG audio of layers I to III, through NLayer.</summary>
internal sealed class Mp3Decoder : IAudioDecoder
{
    public string Name => "MP3";

    /// <summary>Containers of other formats may hold MP3 frames; walking over what is between them would be guessing.</summary>
    public bool Recognizes(ReadOnlySpan<byte> head) =>
        Mp3Sync.Find(head) is { } start && (start == 0 || !FoundFormat.Of(head).IsKnown);

    public DecodedAudio Open(AudioContent content)
    {
        Mp3Frames frames = new(content);
        return IsReadable(frames.First)
            ? new Mp3Audio(frames)
            : throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, "MP3 of 8 kHz");
    }

    /// <summary>At 8 kHz, NLayer 3.0.1 divides short blocks as at the other rates, and decodes them wrongly.</summary>
    private static bool IsReadable(Mp3Header header) => header.Layer != MpegLayer.LayerIII || header.SampleRate != 8000;
}
