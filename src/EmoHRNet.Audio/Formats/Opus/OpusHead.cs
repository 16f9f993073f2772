using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.Opus;

/// <summary>The header of an Opus stream (RFC 7845, section 5.1).</summary>
/// <param name="ChannelCount">The number of channels.</param>
/// <param name="PreSkip">The number of samples at 48 kHz to discard while the decoder converges.</param>
/// <param name="Gain">The factor applied to all samples.</param>
/// <param name="StreamCount">The number of Opus streams in each packet.</param>
/// <param name="CoupledCount">How many of them are stereo.</param>
/// <param name="Mapping">The decoded channel of each channel.</param>
internal sealed record OpusHead(int ChannelCount, int PreSkip, float Gain, int StreamCount, int CoupledCount, byte[] Mapping)
{
    private const int MinimumLength = 19;
    private const int MappingStart = 21;
    private const int MaximumStreamCount = 8;

    /// <summary>Whether each packet is one stream of one or two channels, as in nearly all files.</summary>
    public bool IsSimple => ChannelCount <= 2 && StreamCount == 1;

    /// <exception cref="AudioFormatException">The header is damaged, or describes an unsupported stream and another decoder is tried.</exception>
    public static OpusHead Read(string name, ReadOnlySpan<byte> packet)
    {
        if (packet.Length < MinimumLength || !packet.StartsWith("OpusHead"u8))
        {
            throw new AudioFormatException($"{name}: the header of the Opus stream has {packet.Length} bytes; expected at least {MinimumLength}.");
        }

        int channels = packet[9];
        int preSkip = BinaryPrimitives.ReadUInt16LittleEndian(packet[10..]);
        float gain = MathF.Pow(10, BinaryPrimitives.ReadInt16LittleEndian(packet[16..]) / (20f * 256));
        int family = packet[18];
        AudioHeader.CheckShape(name, channels, OpusAudio.Rate);
        if ((packet[8] & 0xF0) != 0 || family is not (0 or 1 or 255))
        {
            throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"Opus of version {packet[8]} with channel mapping {family}");
        }

        return family == 0 ? Simple(name, channels, preSkip, gain) : Mapped(name, channels, preSkip, gain, packet);
    }

    private static OpusHead Simple(string name, int channels, int preSkip, float gain) => channels <= 2
        ? new OpusHead(channels, preSkip, gain, 1, channels - 1, channels == 1 ? [0] : [0, 1])
        : throw new AudioFormatException($"{name}: the Opus header says {channels} channels without a mapping; expected 1 or 2.");

    private static OpusHead Mapped(string name, int channels, int preSkip, float gain, ReadOnlySpan<byte> packet)
    {
        if (packet.Length < MappingStart + channels)
        {
            throw new AudioFormatException($"{name}: the Opus header has {packet.Length} bytes; {channels} mapped channels need {MappingStart + channels}.");
        }

        (int streams, int coupled) = (packet[19], packet[20]);
        byte[] mapping = packet.Slice(MappingStart, channels).ToArray();
        bool isValid = streams >= 1 && coupled <= streams && streams + coupled <= 255
            && Array.TrueForAll(mapping, m => m == 255 || m < streams + coupled);
        if (!isValid)
        {
            throw new AudioFormatException($"{name}: the Opus header maps {channels} channels to {streams} streams, {coupled} of them stereo, wrongly.");
        }

        return streams <= MaximumStreamCount
            ? new OpusHead(channels, preSkip, gain, streams, coupled, mapping)
            : throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"Opus of {streams} streams");
    }
}
