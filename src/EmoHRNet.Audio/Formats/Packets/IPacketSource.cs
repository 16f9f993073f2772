namespace EmoHRNet.Audio.Formats.Packets;

/// <summary>Reads the packets of one audio stream from its container.</summary>
internal interface IPacketSource
{
    /// <summary>The name of the audio in messages.</summary>
    string Name { get; }

    /// <summary>What was unusual so far.</summary>
    IEnumerable<string> Notes { get; }

    /// <summary>Reads the next packet.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="AudioFormatException">The container is damaged or truncated.</exception>
    bool TryRead(out MediaPacket packet);
}
