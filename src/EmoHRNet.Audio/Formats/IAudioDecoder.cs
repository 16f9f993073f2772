namespace EmoHRNet.Audio.Formats;

/// <summary>Recognizes one format by its first bytes and decodes it block by block.</summary>
/// <remarks>
/// Applications add their own to <see cref="AudioReadOptions.Decoders"/>; they are tried before the built-in ones. Implementations hold no
/// state between files and are thread-safe.
/// </remarks>
public interface IAudioDecoder
{
    /// <summary>The number of first bytes passed to <see cref="Recognizes"/>, if the audio has as many.</summary>
    const int HeadLength = 4096;

    /// <summary>The name of the format, such as <c>MP3</c>; returned by <see cref="AudioReader.Container"/>.</summary>
    string Name { get; }

    /// <summary>Whether the audio looks like this format.</summary>
    /// <param name="head">The first bytes, up to <see cref="HeadLength"/> of them; an ID3v2 tag before them is skipped.</param>
    bool Recognizes(ReadOnlySpan<byte> head);

    /// <summary>Reads up to the first samples.</summary>
    /// <param name="content">The audio, at its first byte. It stays open until the result is disposed.</param>
    /// <exception cref="AudioFormatException">
    /// The content is damaged; or, with kind <see cref="AudioFormatErrorKind.MissingDecoder"/>, it is in an encoding that this decoder does
    /// not support, and the next decoder that recognizes it is tried, ffmpeg last.
    /// </exception>
    DecodedAudio Open(AudioContent content);
}
