using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>The metadata blocks of a stream (RFC 9639, section 8).</summary>
/// <param name="MaximumBlockLength">The largest number of samples of each channel in a frame.</param>
/// <param name="SampleRate">Samples per second of each channel.</param>
/// <param name="ChannelCount">The number of channels, 1 to 8.</param>
/// <param name="Bits">The bits of a sample, 4 to 32.</param>
/// <param name="SampleCount">The number of samples of each channel, or null where the encoder did not know it.</param>
/// <param name="Md5">The checksum of the samples, or null where the encoder did not compute it.</param>
internal sealed record FlacStreamInfo(int MaximumBlockLength, int SampleRate, int ChannelCount, int Bits, long? SampleCount, byte[]? Md5)
{
    private const int BlockHeaderLength = 4;
    private const int StreamInfoLength = 34;
    private const int LastBlock = 0x80;
    private const int ReservedType = 127;

    /// <summary>The first bytes of a FLAC file.</summary>
    public static ReadOnlySpan<byte> Marker => "fLaC"u8;

    /// <summary>Reads up to the first frame.</summary>
    /// <exception cref="AudioFormatException">The metadata is damaged.</exception>
    public static FlacStreamInfo Read(ByteSource source)
    {
        source.Skip(Marker.Length);
        FlacStreamInfo? info = null;
        Span<byte> header = stackalloc byte[BlockHeaderLength];
        do
        {
            if (source.Read(header) < header.Length || (header[0] & ~LastBlock) == ReservedType)
            {
                throw new AudioFormatException($"{source.Name}: the FLAC file ends inside its metadata; it is truncated or damaged.");
            }

            int length = (header[1] << 16) | (header[2] << 8) | header[3];
            if (info is null)
            {
                info = (header[0] & ~LastBlock) == 0 && length == StreamInfoLength
                    ? ReadStreamInfo(source)
                    : throw new AudioFormatException($"{source.Name}: the FLAC file does not start with STREAMINFO; it is damaged.");
            }
            else
            {
                source.Skip(length);
            }
        }
        while ((header[0] & LastBlock) == 0);
        return info;
    }

    private static FlacStreamInfo ReadStreamInfo(ByteSource source)
    {
        Span<byte> block = stackalloc byte[StreamInfoLength];
        if (source.Read(block) < block.Length)
        {
            throw new AudioFormatException($"{source.Name}: the FLAC file ends inside STREAMINFO; it is truncated.");
        }

        int maximum = BinaryPrimitives.ReadUInt16BigEndian(block[2..]);
        ulong shape = BinaryPrimitives.ReadUInt64BigEndian(block[10..]);
        int rate = (int)(shape >> 44);
        int channels = (int)((shape >> 41) & 7) + 1;
        int bits = (int)((shape >> 36) & 31) + 1;
        long count = (long)(shape & 0xF_FFFF_FFFF);
        AudioHeader.CheckShape(source.Name, channels, rate);
        if (bits < 4 || maximum < 16)
        {
            throw new AudioFormatException($"{source.Name}: the FLAC header says {bits} bits and blocks of {maximum} samples; expected at least 4 and 16.");
        }

        byte[] md5 = block[18..].ToArray();
        return new FlacStreamInfo(maximum, rate, channels, bits, count == 0 ? null : count, md5.AsSpan().ContainsAnyExcept((byte)0) ? md5 : null);
    }
}
