using System.Buffers.Binary;
using NLayer;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>The header of four bytes of every frame of MPEG audio (ISO/IEC 11172-3, 2.4.1.3, and 13818-3).</summary>
internal readonly record struct Mp3Header
{
    public const int Length = 4;

    /// <summary>Version, layer and sample rate, which all frames of a stream share.</summary>
    private const uint StreamMask = 0xFFFE_0C00;

    private static readonly short[][] BitRates =
    [
        [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
        [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ];

    private static readonly int[] SampleRates = [44_100, 48_000, 32_000];

    private Mp3Header(uint bits) => Bits = bits;

    /// <summary>The header's four bytes.</summary>
    public uint Bits { get; }

    public MpegVersion Version => ((Bits >> 19) & 3) switch
    {
        3 => MpegVersion.Version1,
        2 => MpegVersion.Version2,
        _ => MpegVersion.Version25,
    };

    public MpegLayer Layer => (MpegLayer)(4 - ((Bits >> 17) & 3));

    public bool HasCrc => (Bits & 0x10000) == 0;

    public int BitRateIndex => (int)((Bits >> 12) & 0xF);

    public int SampleRateIndex => (int)((Bits >> 10) & 3);

    public MpegChannelMode ChannelMode => (MpegChannelMode)((Bits >> 6) & 3);

    public int ChannelModeExtension => (int)((Bits >> 4) & 3);

    public bool IsCopyrighted => (Bits & 8) != 0;

    public int ChannelCount => ChannelMode == MpegChannelMode.Mono ? 1 : 2;

    public int SampleRate => SampleRates[SampleRateIndex] >> Version switch
    {
        MpegVersion.Version1 => 0,
        MpegVersion.Version2 => 1,
        _ => 2,
    };

    /// <summary>The number of samples of each channel in a frame.</summary>
    public int SampleCount => Layer switch
    {
        MpegLayer.LayerI => 384,
        MpegLayer.LayerIII when Version != MpegVersion.Version1 => 576,
        _ => 1152,
    };

    /// <summary>Bits per second.</summary>
    public int BitRate => 1000 * BitRates[Version == MpegVersion.Version1 ? (int)Layer - 1 : Layer == MpegLayer.LayerI ? 3 : 4][BitRateIndex];

    /// <summary>The length of the frame in bytes, header included.</summary>
    public int FrameLength
    {
        get
        {
            int padding = (int)((Bits >> 9) & 1);
            return Layer == MpegLayer.LayerI
                ? ((12 * BitRate / SampleRate) + padding) * 4
                : (SampleCount / 8 * BitRate / SampleRate) + padding;
        }
    }

    /// <summary>The bytes of side information after the header in a layer III frame.</summary>
    public int SideLength => (Version == MpegVersion.Version1, ChannelCount) switch
    {
        (true, 2) => 32,
        (true, _) or (false, 2) => 17,
        _ => 9,
    };

    /// <summary>Whether frames with these headers may follow each other in one stream.</summary>
    public bool Matches(Mp3Header other) => (Bits & StreamMask) == (other.Bits & StreamMask);

    /// <summary>The header at the start of the bytes, or null where there is none; "free" bit rates are left to other decoders.</summary>
    public static Mp3Header? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            return null;
        }

        uint bits = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        bool isValid = (bits & 0xFFE0_0000) == 0xFFE0_0000
            && ((bits >> 19) & 3) != 1
            && ((bits >> 17) & 3) != 0
            && ((bits >> 12) & 0xF) is not (0 or 0xF)
            && ((bits >> 10) & 3) != 3
            && (bits & 3) != 2;
        return isValid ? new Mp3Header(bits) : null;
    }
}
