using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Writes the part of a WAV file before its samples.</summary>
internal static class WavHeaderWriter
{
    private const int FormatLength = 16;
    private const int ExtensibleLength = 40;
    private const int Ds64Length = 28;
    private const int FactLength = 4;
    private const int ChunkHeaderLength = 8;

    public static void Write(Stream stream, RawAudioFormat format, long sampleCount)
    {
        bool extensible = format.ChannelCount > 2;
        bool isFloat = format.Encoding == SampleEncoding.Ieee32;
        long dataLength = sampleCount * format.FrameLength;
        long formatLength = extensible ? ExtensibleLength : FormatLength;
        long riffLength = 4 + ChunkHeaderLength + formatLength + (isFloat ? ChunkHeaderLength + FactLength : 0) + ChunkHeaderLength + dataLength;
        bool large = riffLength > uint.MaxValue;

        stream.Write(large ? "RF64"u8 : "RIFF"u8);
        WriteUInt32(stream, Clamp(riffLength));
        stream.Write("WAVE"u8);
        if (large)
        {
            WriteDs64(stream, riffLength + ChunkHeaderLength + Ds64Length, dataLength, sampleCount);
        }

        stream.Write("fmt "u8);
        WriteUInt32(stream, (uint)formatLength);
        WriteFormat(stream, format, extensible);
        if (isFloat)
        {
            stream.Write("fact"u8);
            WriteUInt32(stream, FactLength);
            WriteUInt32(stream, Clamp(sampleCount));
        }

        stream.Write("data"u8);
        WriteUInt32(stream, large ? uint.MaxValue : (uint)dataLength);
    }

    private static void WriteFormat(Stream stream, RawAudioFormat format, bool extensible)
    {
        ushort code = (ushort)(format.Encoding == SampleEncoding.Ieee32 ? 3 : 1);
        ushort bits = (ushort)(8 * format.Encoding.ByteCount());
        WriteUInt16(stream, extensible ? (ushort)0xFFFE : code);
        WriteUInt16(stream, (ushort)format.ChannelCount);
        WriteUInt32(stream, (uint)format.SampleRate);
        WriteUInt32(stream, Clamp((long)format.SampleRate * format.FrameLength));
        WriteUInt16(stream, (ushort)format.FrameLength);
        WriteUInt16(stream, bits);
        if (extensible)
        {
            WriteUInt16(stream, 22);
            WriteUInt16(stream, bits);
            WriteUInt32(stream, 0);
            WriteUInt16(stream, code);
            stream.Write(WavFormatChunk.SubFormatTail);
        }
    }

    private static void WriteDs64(Stream stream, long riffLength, long dataLength, long sampleCount)
    {
        stream.Write("ds64"u8);
        WriteUInt32(stream, Ds64Length);
        WriteInt64(stream, riffLength);
        WriteInt64(stream, dataLength);
        WriteInt64(stream, sampleCount);
        WriteUInt32(stream, 0);
    }

    private static uint Clamp(long value) => (uint)Math.Min(value, uint.MaxValue);

    private static void WriteUInt16(Stream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void WriteUInt32(Stream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void WriteInt64(Stream stream, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        stream.Write(bytes);
    }
}
