using EmoHRNet.Audio.Formats.Packets;

namespace EmoHRNet.Audio.Formats.Opus;

/// <summary>Finds the part of each packet that belongs to the recording (RFC 7845, sections 4.2 to 4.5).</summary>
/// <param name="preSkip">The number of samples before the recording.</param>
internal sealed class OpusPosition(int preSkip)
{
    private long _decoded;
    private long? _granuleStart;

    /// <param name="count">The number of samples of each channel in the packet.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="discard">The number of samples at its end that, according to the container, do not belong to the recording.</param>
    public (int Start, int Stop) Next(int count, MediaPacket packet, long discard)
    {
        int start = (int)Math.Clamp(preSkip - _decoded, 0, count);
        _decoded += count;
        FindStart(packet);
        long beyond = packet.IsOnLastPage && packet.Granule is { } granule ? _decoded + (_granuleStart ?? 0) - granule : 0;
        int stop = (int)Math.Clamp(count - Math.Max(beyond, discard), 0, count);
        return (Math.Min(start, stop), stop);
    }

    /// <summary>A stream recorded from the middle of a broadcast does not start at 0; its first page states its start.</summary>
    private void FindStart(MediaPacket packet)
    {
        if (_granuleStart is null && packet is { EndsPage: true, Granule: { } granule })
        {
            _granuleStart = packet.IsOnLastPage ? 0 : Math.Max(0, granule - _decoded);
        }
    }
}
