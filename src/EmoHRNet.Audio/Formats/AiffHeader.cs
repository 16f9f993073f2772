using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads the chunks of an AIFF or AIFF-C file up to its samples (Apple, Audio Interchange File Format 1.3 and AIFF-C).</summary>
internal static class AiffHeader
{
    private const int MaximumChunkCount = 65_536;
    private const uint StreamedSize = 0x7F000000;

    public static bool Recognizes(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("FORM"u8) && (head[8..12].SequenceEqual("AIFF"u8) || head[8..12].SequenceEqual("AIFC"u8));

    /// <inheritdoc cref="WavHeader.Read"/>
    public static AudioHeader Read(ByteSource source)
    {
        bool compressed = source.Peek(12)[11] == (byte)'C';
        source.Skip(12);
        AiffCommonChunk? common = null;
        (long Position, uint Size)? sound = null;
        Span<byte> header = stackalloc byte[8];
        for (int count = 0; count < MaximumChunkCount && source.Read(header) == header.Length; count++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
            long start = source.Position;
            if (header.StartsWith("COMM"u8))
            {
                common = AiffCommonChunk.Read(source, size, compressed);
            }
            else if (header.StartsWith("SSND"u8))
            {
                sound = (start, size);
            }

            if (common is not null && sound is not null)
            {
                return ReadSoundHeader(source, common, sound.Value.Position, sound.Value.Size);
            }

            if (sound is not null && !source.CanSeek)
            {
                throw new AudioFormatException(
                    $"{source.Name}: the AIFF file has its samples before their description, which requires a stream that can seek; read it from a file or bytes.");
            }

            source.Skip(start + size + (size & 1) - source.Position);
        }

        return common is { SampleFrameCount: 0 }
            ? new AudioHeader("AIFF", common.Format, 0)
            : throw new AudioFormatException(
                $"{source.Name}: the AIFF file has no '{(common is null ? "COMM" : "SSND")}' chunk; it is truncated or damaged.");
    }

    private static AudioHeader ReadSoundHeader(ByteSource source, AiffCommonChunk common, long position, uint size)
    {
        if (source.Position != position)
        {
            source.MoveTo(position);
        }

        Span<byte> offsets = stackalloc byte[8];
        if (source.Read(offsets) < offsets.Length)
        {
            throw new AudioFormatException($"{source.Name}: the AIFF file ends inside its 'SSND' chunk; it is truncated.");
        }

        uint offset = BinaryPrimitives.ReadUInt32BigEndian(offsets);
        source.Skip(offset);
        long described = (long)common.SampleFrameCount * common.Format.FrameLength;
        if (IsStreamed(common, size))
        {
            return new AudioHeader("AIFF", common.Format, null);
        }

        long held = Math.Max(0, size - (long)offsets.Length - offset);
        return held >= described
            ? new AudioHeader("AIFF", common.Format, described)
            : throw new AudioFormatException(
                $"{source.Name}: the AIFF header describes {described} bytes of samples and its 'SSND' chunk holds {held}; the file is damaged.");
    }

    /// <summary>Programs that write to a pipe do not know the length: ffmpeg writes 0, SoX a little less than 0x7F000000.</summary>
    private static bool IsStreamed(AiffCommonChunk common, uint size) => common.SampleFrameCount == 0
        ? size is 0 or uint.MaxValue
        : size is > StreamedSize - 65_536 and < StreamedSize + 65_536;
}
