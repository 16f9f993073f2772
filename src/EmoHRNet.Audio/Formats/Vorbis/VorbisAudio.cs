using EmoHRNet.Audio.Formats.Packets;
using NVorbis;

namespace EmoHRNet.Audio.Formats.Vorbis;

/// <summary>The samples of a Vorbis stream, decoded by NVorbis.</summary>
internal sealed class VorbisAudio : DecodedAudio
{
    private const int HeaderCount = 3;
    private const int ChannelCountOffset = 11;

    private readonly IPacketSource _source;
    private VorbisPackets _packets;
    private StreamDecoder _decoder;
    private long _position;
    private bool _ended;

    private VorbisAudio(IPacketSource source, VorbisPackets packets, StreamDecoder decoder)
        : base(decoder.SampleRate, decoder.Channels) =>
        (_source, _packets, _decoder) = (source, packets, decoder);

    /// <summary>Opens Vorbis in Ogg: the first three packets are headers.</summary>
    public static VorbisAudio FromOgg(IPacketSource source) => WithHeaders(source, ReadHeaders(source, null));

    /// <summary>Opens Vorbis in a container that stores the three headers itself.</summary>
    public static VorbisAudio WithHeaders(IPacketSource source, IReadOnlyList<byte[]> headers)
    {
        VorbisPackets packets = new(headers, source);
        if (headers[0][ChannelCountOffset] > 2)
        {
            // NVorbis 0.10.5 misreads packets whose channels are coded separately, as libvorbis codes three channels and more.
            throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"Vorbis of {headers[0][ChannelCountOffset]} channels");
        }

        return new VorbisAudio(source, packets, CreateDecoder(source.Name, packets));
    }

    public override int Read(Span<float> interleaved)
    {
        while (!_ended)
        {
            int count = Decode(interleaved);
            int kept = Trim(count / ChannelCount) * ChannelCount;
            if (kept > 0)
            {
                return kept;
            }

            if (count > 0)
            {
                continue;
            }

            if (_packets.Failure is { } failure)
            {
                throw failure;
            }

            Follow();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        _decoder.Dispose();
        base.Dispose(disposing);
    }

    private int Decode(Span<float> interleaved)
    {
        try
        {
            return _decoder.Read(interleaved, 0, interleaved.Length);
        }
        catch (Exception exception) when (ForeignFailure.IsDamage(exception))
        {
            throw Undecodable(_source.Name, exception);
        }
    }

    /// <summary>Removes the samples after the recording: the rest of the last block, where its page says so.</summary>
    private int Trim(int count)
    {
        long before = _position;
        _position += count;
        bool endsInside = _packets.FinalGranule is { } final && _position > final && _position - final <= _packets.BlockLength;
        return endsInside ? (int)Math.Clamp(_packets.FinalGranule!.Value - before, 0, count) : count;
    }

    /// <summary>Continues with the stream after this one, or ends.</summary>
    private void Follow()
    {
        if (_packets.Following is not { } first)
        {
            _ended = true;
            foreach (string note in _source.Notes)
            {
                AddNote(note);
            }

            return;
        }

        _packets = new VorbisPackets(ReadHeaders(_source, first), _source);
        _decoder.Dispose();
        _decoder = CreateDecoder(_source.Name, _packets);
        _position = 0;
        if (_decoder.SampleRate != SampleRate || _decoder.Channels != ChannelCount)
        {
            throw new AudioFormatException(
                $"{_source.Name}: the Vorbis stream changes midway from {ChannelCount} channels of {SampleRate} Hz "
                + $"to {_decoder.Channels} of {_decoder.SampleRate} Hz; split the file there.");
        }
    }

    private static StreamDecoder CreateDecoder(string name, VorbisPackets packets)
    {
        try
        {
            return new StreamDecoder(packets) { ClipSamples = false };
        }
        catch (Exception exception) when (ForeignFailure.IsDamage(exception))
        {
            throw Undecodable(name, exception);
        }
    }

    private static List<byte[]> ReadHeaders(IPacketSource source, byte[]? first)
    {
        List<byte[]> headers = first is null ? [] : [first];
        while (headers.Count < HeaderCount)
        {
            headers.Add(source.TryRead(out MediaPacket packet)
                ? packet.Data.ToArray()
                : throw new AudioFormatException($"{source.Name}: the file ends inside the headers of its Vorbis stream; it is truncated."));
        }

        return headers;
    }

    private static AudioFormatException Undecodable(string name, Exception exception) =>
        new($"{name}: the Vorbis stream cannot be decoded; the file is damaged.", exception);
}
