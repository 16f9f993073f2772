namespace EmoHRNet.Audio.Formats;

/// <summary>The bytes that a decoder reads, and their name in messages.</summary>
public sealed class AudioContent
{
    /// <summary>Wraps a stream.</summary>
    /// <param name="stream">The bytes, positioned at the first one; it need not be seekable. The decoder does not dispose it.</param>
    /// <param name="name">The name of the audio in messages: a path or a description.</param>
    public AudioContent(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Stream, Name) = (stream, name);
    }

    /// <summary>The bytes.</summary>
    public Stream Stream { get; }

    /// <summary>The name of the audio in messages: a path or a description.</summary>
    public string Name { get; }
}
