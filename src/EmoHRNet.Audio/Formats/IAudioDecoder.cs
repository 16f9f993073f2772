namespace EmoHRNet.Audio.Formats;

/// <summary>A format that can be read: recognizes it by its first bytes and decodes it block by block.</summary>
/// <remarks>
/// An application hands its own to <see cref="AudioReadOptions.Decoders"/>; they are asked before those of the library. A decoder holds no
/// state between files and serves many threads.
/// </remarks>
public interface IAudioDecoder
{
    /// <summary>The number of first bytes that <see cref="Recognizes"/> is shown, where the audio has so many.</summary>
    const int HeadLength = 4096;

    /// <summary>The name of the format, such as <c>MP3</c>; <see cref="AudioReader.Container"/> gives it.</summary>
    string Name { get; }

    /// <summary>Whether the audio looks like this format.</summary>
    /// <param name="head">The first bytes, up to <see cref="HeadLength"/> of them; an ID3v2 tag before them has been passed over.</param>
    bool Recognizes(ReadOnlySpan<byte> head);

    /// <summary>Reads as far as the first samples.</summary>
    /// <param name="content">The audio, at its first byte. It stays open until the result is disposed.</param>
    /// <exception cref="AudioFormatException">
    /// The content is damaged; or, of kind <see cref="AudioFormatErrorKind.MissingDecoder"/>, it is in an encoding that this decoder does not
    /// know, and the next one that recognizes it is asked, ffmpeg last.
    /// </exception>
    DecodedAudio Open(AudioContent content);
}
