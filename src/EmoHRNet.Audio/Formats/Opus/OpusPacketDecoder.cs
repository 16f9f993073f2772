using Concentus.Structs;
using EmoHRNet.Audio.Formats.Packets;

namespace EmoHRNet.Audio.Formats.Opus;

/// <summary>Decodes Opus packets by Concentus.</summary>
/// <remarks>The types are created directly: the factory of Concentus would look for a native library, and managed code gives the same samples everywhere.</remarks>
internal sealed class OpusPacketDecoder
{
    /// <summary>120 ms at 48 kHz, the longest packet.</summary>
    public const int MaximumSampleCount = 5760;

    private readonly Decoding _decode;

    /// <param name="head">The header of the stream.</param>
    /// <param name="channelCount">The channels to decode to; a number other than the header's only where both are 1 or 2.</param>
    public OpusPacketDecoder(OpusHead head, int channelCount) => _decode = head.IsSimple ? Simple(channelCount) : Mapped(head);

    private delegate int Decoding(ReadOnlySpan<byte> packet, Span<float> interleaved);

    /// <summary>Decodes a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="interleaved">Receives up to <see cref="MaximumSampleCount"/> samples of each channel.</param>
    /// <returns>The samples of each channel, or 0 where the packet is damaged.</returns>
    public int Decode(ReadOnlySpan<byte> packet, Span<float> interleaved)
    {
        try
        {
            return Math.Max(0, _decode(packet, interleaved));
        }
        catch (Exception exception) when (ForeignFailure.IsDamage(exception))
        {
            return 0;
        }
    }

#pragma warning disable CS0618 // The factory is recommended for its native code.
    private static Decoding Simple(int channelCount)
    {
        OpusDecoder decoder = new(OpusAudio.Rate, channelCount);
        return (packet, interleaved) => decoder.Decode(packet, interleaved, MaximumSampleCount, false);
    }

    private static Decoding Mapped(OpusHead head)
    {
        OpusMSDecoder decoder = new(OpusAudio.Rate, head.ChannelCount, head.StreamCount, head.CoupledCount, head.Mapping);
        return (packet, interleaved) =>
        {
            int count = decoder.DecodeMultistream(packet, interleaved, MaximumSampleCount, false);
            XiphChannelOrder.ToWav(interleaved[..(Math.Max(0, count) * head.ChannelCount)], head.ChannelCount);
            return count;
        };
    }
#pragma warning restore CS0618
}
