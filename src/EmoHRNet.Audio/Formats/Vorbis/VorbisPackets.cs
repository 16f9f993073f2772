using EmoHRNet.Audio.Formats.Packets;
using NVorbis.Contracts;

namespace EmoHRNet.Audio.Formats.Vorbis;

/// <summary>Hands the packets of one logical stream to NVorbis, and marks the last one.</summary>
/// <remarks>NVorbis leaves out what stands behind the last granule position, and the faded rest of the last window, at a marked packet only.</remarks>
internal sealed class VorbisPackets : IPacketProvider
{
    private readonly IPacketSource _source;
    private readonly Queue<VorbisPacket> _headers;
    private VorbisPacket? _next;
    private bool _started;

    /// <param name="headers">The three headers.</param>
    /// <param name="source">The packets behind them.</param>
    public VorbisPackets(IReadOnlyList<byte[]> headers, IPacketSource source)
    {
        VorbisSetup.Check(source.Name, headers);
        _source = source;
        _headers = new Queue<VorbisPacket>([new(headers[0]), new(VorbisSetup.NoComments), new(headers[2])]);
    }

    /// <summary>The header of the stream that follows this one, once this one has ended.</summary>
    public byte[]? Following { get; private set; }

    /// <summary>What was wrong with the container; told after the samples before it.</summary>
    public AudioFormatException? Failure { get; private set; }

    public bool CanSeek => false;

    public int StreamSerial => 0;

    public IPacket GetNextPacket()
    {
        if (_headers.TryDequeue(out VorbisPacket? header))
        {
            return header;
        }

        if (!_started)
        {
            _started = true;
            _next = Fetch();
        }

        VorbisPacket? packet = _next;
        _next = packet is null ? null : Fetch();
        if (packet is not null && _next is null)
        {
            packet.IsEndOfStream = true;
        }

        return packet!;
    }

    public IPacket PeekNextPacket() => _headers.Peek();

    public long SeekTo(long granulePos, int preRoll, GetPacketGranuleCount getPacketGranuleCount) => throw new NotSupportedException();

    public long GetGranuleCount() => throw new NotSupportedException();

    private VorbisPacket? Fetch()
    {
        try
        {
            if (!_source.TryRead(out MediaPacket packet))
            {
                return null;
            }

            if (packet.StartsStream)
            {
                Following = packet.Data.ToArray();
                return null;
            }

            return new VorbisPacket(packet.Data.ToArray()) { GranulePosition = packet.EndsPage && packet.IsOnLastPage ? packet.Granule : null };
        }
        catch (AudioFormatException exception)
        {
            Failure = exception;
            return null;
        }
    }
}
