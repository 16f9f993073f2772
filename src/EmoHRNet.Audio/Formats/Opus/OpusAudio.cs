using EmoHRNet.Audio.Formats.Packets;

namespace EmoHRNet.Audio.Formats.Opus;

/// <summary>The samples of an Opus stream at 48 kHz, without the encoder's pre-skip and padding.</summary>
internal sealed class OpusAudio : DecodedAudio
{
    /// <summary>The rate that Opus is decoded to, whatever the rate of the recording.</summary>
    public const int Rate = 48_000;

    private const double SamplesPerNanosecond = Rate / 1e9;

    private readonly IPacketSource _packets;
    private readonly float[] _samples;
    private OpusHead _head;
    private OpusPacketDecoder _decoder;
    private OpusPosition _position;
    private int _start;
    private int _stop;
    private bool _ended;

    private OpusAudio(IPacketSource packets, OpusHead head)
        : base(Rate, head.ChannelCount)
    {
        (_packets, _head, _decoder, _position) = (packets, head, new OpusPacketDecoder(head, head.ChannelCount), new OpusPosition(head.PreSkip));
        _samples = new float[OpusPacketDecoder.MaximumSampleCount * head.ChannelCount];
    }

    /// <summary>Opens Opus in Ogg: the first packet is the header, the second holds comments.</summary>
    public static OpusAudio FromOgg(IPacketSource packets)
    {
        if (!packets.TryRead(out MediaPacket head))
        {
            throw new AudioFormatException($"{packets.Name}: the Ogg file ends inside the header of its Opus stream; it is truncated.");
        }

        return new OpusAudio(packets, OpusHead.Read(packets.Name, head.Data.Span));
    }

    /// <summary>Opens Opus in a container that stores the header itself.</summary>
    public static OpusAudio WithHead(IPacketSource packets, OpusHead head) => new(packets, head);

    public override int Read(Span<float> interleaved)
    {
        int done = 0;
        while (done < interleaved.Length && (_start < _stop || (done == 0 && NextPacket())))
        {
            int count = Math.Min(interleaved.Length - done, _stop - _start);
            for (int i = 0; i < count; i++)
            {
                interleaved[done + i] = _samples[_start + i] * _head.Gain;
            }

            _start += count;
            done += count;
        }

        return done;
    }

    private bool NextPacket()
    {
        while (!_ended)
        {
            if (!_packets.TryRead(out MediaPacket packet))
            {
                _ended = true;
                foreach (string note in _packets.Notes)
                {
                    AddNote(note);
                }
            }
            else if (packet.StartsStream && packet.Data.Span.StartsWith("OpusHead"u8))
            {
                Restart(OpusHead.Read(_packets.Name, packet.Data.Span));
            }
            else if (!packet.Data.IsEmpty && !packet.Data.Span.StartsWith("OpusTags"u8) && Decode(packet))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decodes a packet, and returns whether it yielded samples of the recording.</summary>
    private bool Decode(MediaPacket packet)
    {
        int count = _decoder.Decode(packet.Data.Span, _samples);
        if (count == 0)
        {
            throw new AudioFormatException($"{_packets.Name}: an Opus packet cannot be decoded; the file is damaged.");
        }

        (int start, int stop) = _position.Next(count, packet, (long)Math.Round(packet.DiscardNanoseconds * SamplesPerNanosecond));
        (_start, _stop) = (start * ChannelCount, stop * ChannelCount);
        return _start < _stop;
    }

    private void Restart(OpusHead head)
    {
        bool fits = head.ChannelCount == ChannelCount || (head.IsSimple && ChannelCount <= 2);
        if (!fits)
        {
            throw new AudioFormatException(
                $"{_packets.Name}: the Opus stream changes from {ChannelCount} to {head.ChannelCount} channels midway; split the file there.");
        }

        if (head.ChannelCount != ChannelCount)
        {
            AddNote($"The number of channels changes from {ChannelCount} to {head.ChannelCount} midway; all samples were converted to {ChannelCount}.");
        }

        (_head, _decoder, _position) = (head, new OpusPacketDecoder(head, ChannelCount), new OpusPosition(head.PreSkip));
    }
}
