using NLayer;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>One frame as NLayer reads it: the header and the bits after it. The object is reused for all frames.</summary>
internal sealed class Mp3Frame : IMpegFrame
{
    private const int CrcLength = 2;

    /// <summary>Layer II at 384 kbit/s and 32 kHz has 1729 bytes, layer I at 448 kbit/s and 32 kHz 676.</summary>
    private readonly byte[] _bytes = new byte[2048];
    private int _length;
    private int _position;
    private ulong _bucket;
    private int _bucketCount;

    public Mp3Header Header { get; private set; }

    public int SampleRate => Header.SampleRate;

    public int SampleRateIndex => Header.SampleRateIndex;

    public int FrameLength => _length;

    public int BitRate => Header.BitRate;

    public MpegVersion Version => Header.Version;

    public MpegLayer Layer => Header.Layer;

    public MpegChannelMode ChannelMode => Header.ChannelMode;

    public int ChannelModeExtension => Header.ChannelModeExtension;

    public int SampleCount => Header.SampleCount;

    public int BitRateIndex => Header.BitRateIndex;

    public bool IsCopyrighted => Header.IsCopyrighted;

    public bool HasCrc => Header.HasCrc;

    public bool IsCorrupted => false;

    /// <summary>Copies the bytes of a frame.</summary>
    public void Load(Mp3Header header, ReadOnlySpan<byte> bytes)
    {
        Header = header;
        _length = bytes.Length;
        bytes.CopyTo(_bytes);
        Reset();
    }

    public void Reset()
    {
        _position = Mp3Header.Length + (HasCrc ? CrcLength : 0);
        (_bucket, _bucketCount) = (0, 0);
    }

    public int ReadBits(int bitCount)
    {
        while (_bucketCount < bitCount)
        {
            if (_position >= _length)
            {
                throw new EndOfStreamException();
            }

            _bucket = (_bucket << 8) | _bytes[_position++];
            _bucketCount += 8;
        }

        _bucketCount -= bitCount;
        return (int)((_bucket >> _bucketCount) & ((1UL << bitCount) - 1));
    }
}
