namespace EmoHRNet.Audio.Formats.Packets;

/// <summary>One packet of a coded stream.</summary>
/// <param name="Data">The bytes; valid until the next packet is read.</param>
internal readonly record struct MediaPacket(ReadOnlyMemory<byte> Data)
{
    /// <summary>The position in samples at the end of the page that this packet ends on; null where the container does not state it.</summary>
    public long? Granule { get; init; }

    /// <summary>Whether the packet is the last one of its page.</summary>
    public bool EndsPage { get; init; }

    /// <summary>Whether the page is marked as the last one of its stream.</summary>
    public bool IsOnLastPage { get; init; }

    /// <summary>Whether another stream starts with this packet, which is its header.</summary>
    public bool StartsStream { get; init; }

    /// <summary>The time at the end of the packet that does not belong to the recording, in nanoseconds.</summary>
    public long DiscardNanoseconds { get; init; }
}
