using EmoHRNet.Audio.Formats.Packets;
using NVorbis.Contracts;

namespace EmoHRNet.Audio.Formats.Vorbis;

/// <summary>Passes the packets of one logical stream to NVorbis, and marks the last one.</summary>
/// <remarks>
/// NVorbis drops the faded rest of the last window only at a marked packet. It gets no granule positions, because one that lies before the
/// last packet makes it hang.
/// </remarks>
internal sealed class VorbisPackets : IPacketProvider
{
    private readonly IPacketSource _source;
    private readonly Queue<VorbisPacket> _headers;
    private VorbisPacket? _next;
    private bool _started;

    /// <param name="headers">The three headers.</param>
    /// <param name="source">The packets after them.</param>
    public VorbisPackets(IReadOnlyList<byte[]> headers, IPacketSource source)
    {
        VorbisSetup.Check(source.Name, headers);
        _source = source;
        BlockLength = VorbisSetup.BlockLength(headers[0]);
        _headers = new Queue<VorbisPacket>([new(headers[0]), new(VorbisSetup.NoComments), new(headers[2])]);
    }

    /// <summary>The number of samples of each channel in a long block.</summary>
    public int BlockLength { get; }

    /// <summary>The header of the stream that follows this one, once this one has ended.</summary>
    public byte[]? Following { get; private set; }

    /// <summary>The number of samples of each channel in the stream, if its last page states it; known after the last packet.</summary>
    public long? FinalGranule { get; private set; }

    /// <summary>An error of the container, thrown after the samples before it.</summary>
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

            FinalGranule = packet is { EndsPage: true, IsOnLastPage: true } ? packet.Granule : null;
            return new VorbisPacket(packet.Data.ToArray());
        }
        catch (AudioFormatException exception)
        {
            Failure = exception;
            return null;
        }
    }
}
