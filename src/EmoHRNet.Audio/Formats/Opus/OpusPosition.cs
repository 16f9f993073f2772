using EmoHRNet.Audio.Formats.Packets;

namespace EmoHRNet.Audio.Formats.Opus;

/// <summary>Finds the part of each packet that belongs to the recording (RFC 7845, sections 4.2 to 4.5).</summary>
/// <param name="preSkip">The samples before the recording.</param>
internal sealed class OpusPosition(int preSkip)
{
    private long _decoded;
    private long? _granuleStart;

    /// <param name="count">The samples of each channel that the packet decodes to.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="discard">The samples at its end that its container says are none of the recording's.</param>
    public (int Start, int Stop) Next(int count, MediaPacket packet, long discard)
    {
        int start = (int)Math.Clamp(preSkip - _decoded, 0, count);
        _decoded += count;
        FindStart(packet);
        long beyond = packet.IsOnLastPage && packet.Granule is { } granule ? _decoded + (_granuleStart ?? 0) - granule : 0;
        int stop = (int)Math.Clamp(count - Math.Max(beyond, discard), 0, count);
        return (Math.Min(start, stop), stop);
    }

    /// <summary>A stream that was recorded on the way does not start at 0: its first page tells where it does.</summary>
    private void FindStart(MediaPacket packet)
    {
        if (_granuleStart is null && packet is { EndsPage: true, Granule: { } granule })
        {
            _granuleStart = packet.IsOnLastPage ? 0 : Math.Max(0, granule - _decoded);
        }
    }
}
