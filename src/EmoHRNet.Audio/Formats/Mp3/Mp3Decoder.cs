using NLayer;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Decodes MPEG audio of layers I to III, by NLayer.</summary>
internal sealed class Mp3Decoder : IAudioDecoder
{
    public string Name => "MP3";

    /// <summary>Containers of other formats may hold MP3 frames; skipping what lies between them would be guessing.</summary>
    public bool Recognizes(ReadOnlySpan<byte> head) =>
        Mp3Sync.Find(head) is { } start && (start == 0 || !FoundFormat.Of(head).IsKnown);

    public DecodedAudio Open(AudioContent content)
    {
        Mp3Frames frames = new(content);
        return IsReadable(frames.First)
            ? new Mp3Audio(frames)
            : throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, "MP3 of 8 kHz");
    }

    /// <summary>At 8 kHz, NLayer 3.0.1 splits short blocks as at other sample rates, and decodes them wrongly.</summary>
    private static bool IsReadable(Mp3Header header) => header.Layer != MpegLayer.LayerIII || header.SampleRate != 8000;
}
