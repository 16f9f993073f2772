namespace EmoHRNet.Audio.Formats.Packets;

/// <summary>A container, seen as the packets of its one audio stream.</summary>
internal interface IPacketSource
{
    /// <summary>What messages call the audio.</summary>
    string Name { get; }

    /// <summary>What was unusual so far.</summary>
    IEnumerable<string> Notes { get; }

    /// <summary>Reads the next packet.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="AudioFormatException">The container is damaged or truncated.</exception>
    bool TryRead(out MediaPacket packet);
}
