namespace EmoHRNet.Audio.Formats;

/// <summary>The bytes that a decoder reads, and what messages call them.</summary>
public sealed class AudioContent
{
    /// <summary>Wraps a stream.</summary>
    /// <param name="stream">The bytes, at the first one; it need not be able to seek. The decoder reads it and does not dispose it.</param>
    /// <param name="name">What messages call the audio: a path, or words.</param>
    public AudioContent(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Stream, Name) = (stream, name);
    }

    /// <summary>The bytes.</summary>
    public Stream Stream { get; }

    /// <summary>What messages call the audio: a path, or words.</summary>
    public string Name { get; }
}
