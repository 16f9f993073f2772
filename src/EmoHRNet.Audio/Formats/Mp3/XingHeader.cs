using System.Buffers.Binary;
using NLayer;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>The header that encoders write into the first frame: the length of the stream, and the encoder's delay and padding.</summary>
/// <param name="FrameCount">The number of frames that follow, or null.</param>
/// <param name="ByteCount">The number of bytes of the stream, starting with this frame, or null.</param>
/// <param name="Delay">The number of samples that the encoder put before the recording; null where unknown.</param>
/// <param name="Padding">The number of samples that the encoder put after it.</param>
internal sealed record XingHeader(uint? FrameCount, uint? ByteCount, int? Delay, int Padding)
{
    private const int TableLength = 100;
    private const int VbriOffset = 36;

    /// <summary>The offset from the encoder's version to its delay and padding, in the tag that LAME introduced.</summary>
    private const int DelayOffset = 21;

    /// <summary>Reads the header from a frame; null where the frame holds audio.</summary>
    public static XingHeader? TryRead(Mp3Header header, ReadOnlySpan<byte> frame)
    {
        if (header.Layer != MpegLayer.LayerIII)
        {
            return null;
        }

        ReadOnlySpan<byte> tag = frame[Math.Min(frame.Length, Mp3Header.Length + header.SideLength)..];
        if (tag.StartsWith("Xing"u8) || tag.StartsWith("Info"u8))
        {
            return ReadXing(tag[4..]);
        }

        ReadOnlySpan<byte> vbri = frame[Math.Min(frame.Length, VbriOffset)..];
        return vbri.StartsWith("VBRI"u8) && vbri.Length >= 18
            ? new XingHeader(BinaryPrimitives.ReadUInt32BigEndian(vbri[14..]), BinaryPrimitives.ReadUInt32BigEndian(vbri[10..]), null, 0)
            : null;
    }

    private static XingHeader ReadXing(ReadOnlySpan<byte> tag)
    {
        uint flags = Number(ref tag) ?? 0;
        uint? frames = (flags & 1) != 0 ? Number(ref tag) : null;
        uint? bytes = (flags & 2) != 0 ? Number(ref tag) : null;
        tag = tag[Math.Min(tag.Length, (flags & 4) != 0 ? TableLength : 0)..];
        if ((flags & 8) != 0)
        {
            Number(ref tag);
        }

        bool tellsDelay = tag.Length >= DelayOffset + 3 && (tag.StartsWith("LAME"u8) || tag.StartsWith("Lavf"u8) || tag.StartsWith("Lavc"u8));
        return tellsDelay
            ? new XingHeader(
                frames,
                bytes,
                (tag[DelayOffset] << 4) | (tag[DelayOffset + 1] >> 4),
                ((tag[DelayOffset + 1] & 0xF) << 8) | tag[DelayOffset + 2])
            : new XingHeader(frames, bytes, null, 0);
    }

    private static uint? Number(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(uint))
        {
            return null;
        }

        uint number = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        bytes = bytes[sizeof(uint)..];
        return number;
    }
}
