namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>Decodes frames in sequence.</summary>
internal sealed class FlacFrameReader(ByteSource source, FlacStreamInfo info)
{
    private readonly FlacBits _bits = new(source);
    private readonly long[][] _channels = [.. Enumerable.Repeat(Array.Empty<long>(), info.ChannelCount)];

    /// <summary>Decodes the next frame.</summary>
    /// <returns>The number of samples of each channel, or 0 where no frame follows.</returns>
    /// <exception cref="AudioFormatException">The frame is damaged or cut off.</exception>
    public int ReadFrame()
    {
        if (!_bits.TryStartFrame() || !FlacFrameHeader.IsSync(_bits.Peek(2)))
        {
            return 0;
        }

        try
        {
            return Decode();
        }
        catch (EndOfStreamException exception)
        {
            throw new AudioFormatException($"{source.Name}: the FLAC file ends inside a frame; it is truncated.", exception);
        }
    }

    /// <summary>Whether nothing follows the last frame.</summary>
    public bool IsAtEnd => _bits.Peek(1).IsEmpty;

    /// <summary>The samples of a channel in the last frame.</summary>
    public ReadOnlySpan<long> Channel(int index, int count) => _channels[index].AsSpan(0, count);

    private int Decode()
    {
        FlacFrameHeader header = FlacFrameHeader.TryRead(_bits, info) ?? throw Damaged("the header of a frame");
        if (header.SampleRate != info.SampleRate || header.ChannelCount != info.ChannelCount || header.Bits != info.Bits)
        {
            throw new AudioFormatException(
                $"{source.Name}: the FLAC stream changes midway from {info.ChannelCount} channels of {info.SampleRate} Hz and {info.Bits} bits "
                + $"to {header.ChannelCount} of {header.SampleRate} Hz and {header.Bits} bits.");
        }

        if (header.BlockLength > info.MaximumBlockLength)
        {
            throw Damaged("the length of a frame");
        }

        for (int c = 0; c < header.ChannelCount; c++)
        {
            DecodeChannel(header, c);
        }

        Check();
        Combine(header);
        return header.BlockLength;
    }

    private void DecodeChannel(FlacFrameHeader header, int channel)
    {
        if (_channels[channel].Length < header.BlockLength)
        {
            _channels[channel] = new long[header.BlockLength];
        }

        bool isSide = (header.Stereo, channel) is (FlacStereo.LeftSide or FlacStereo.MidSide, 1) or (FlacStereo.SideRight, 0);
        if (!FlacSubframe.TryDecode(_bits, header.Bits + (isSide ? 1 : 0), _channels[channel].AsSpan(0, header.BlockLength)))
        {
            throw Damaged("a channel of a frame");
        }
    }

    private void Check()
    {
        _bits.Align();
        ushort expected = FlacChecksum.Crc16(_bits.Frame);
        if (_bits.Read(16) != expected)
        {
            throw Damaged("the checksum of a frame");
        }
    }

    private void Combine(FlacFrameHeader header)
    {
        Span<long> first = _channels[0].AsSpan(0, header.BlockLength);
        Span<long> second = _channels[^1].AsSpan(0, header.BlockLength);
        for (int i = 0; header.Stereo != FlacStereo.Independent && i < first.Length; i++)
        {
            (long a, long b) = (first[i], second[i]);
            long mid = (a << 1) | (b & 1);
            (first[i], second[i]) = header.Stereo switch
            {
                FlacStereo.LeftSide => (a, a - b),
                FlacStereo.SideRight => (a + b, b),
                _ => ((mid + b) >> 1, (mid - b) >> 1),
            };
        }
    }

    private AudioFormatException Damaged(string what) => new($"{source.Name}: {what} of the FLAC file is damaged.");
}
