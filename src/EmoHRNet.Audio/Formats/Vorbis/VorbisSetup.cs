using System.Buffers.Binary;
using System.Numerics;

namespace EmoHRNet.Audio.Formats.Vorbis;

/// <summary>Checks the headers of a Vorbis stream before NVorbis allocates the memory that they claim.</summary>
internal static class VorbisSetup
{
    private const int IdentificationLength = 30;
    private const int BlockOffset = 28;
    private const int MinimumBlockExponent = 6;
    private const int MaximumBlockExponent = 13;
    private const int MaximumChannelCount = 64;
    private const int CodebookMark = 0x564342;
    private const int SetupPrefixLength = 7;

    /// <summary>The largest number of values in one codebook; libvorbis uses at most some ten thousand.</summary>
    private const long MaximumVectorNumbers = 1 << 18;

    /// <summary>A comment header without comments: they are not needed, and some hold pictures.</summary>
    public static byte[] NoComments { get; } = [3, .. "vorbis"u8, 0, 0, 0, 0, 0, 0, 0, 0, 1];

    /// <summary>The number of samples of each channel in a long block, from the first header.</summary>
    public static int BlockLength(ReadOnlySpan<byte> identification) => 1 << (identification[BlockOffset] >> 4);

    /// <exception cref="AudioFormatException">The headers are damaged.</exception>
    public static void Check(string name, IReadOnlyList<byte[]> headers)
    {
        bool areHeaders = IsHeader(headers[0], 1) && IsHeader(headers[2], 5) && headers[0].Length >= IdentificationLength;
        if (!areHeaders || !IsIdentification(headers[0]))
        {
            throw new AudioFormatException($"{name}: the headers of the Vorbis stream are damaged.");
        }

        AudioHeader.CheckShape(name, headers[0][11], BinaryPrimitives.ReadUInt32LittleEndian(headers[0].AsSpan(12)));
        if (!AreCodebooksSound(headers[2]))
        {
            throw new AudioFormatException($"{name}: the codebooks of the Vorbis stream are damaged.");
        }
    }

    private static bool IsHeader(ReadOnlySpan<byte> packet, byte type) =>
        packet.Length > SetupPrefixLength && packet[0] == type && packet[1..SetupPrefixLength].SequenceEqual("vorbis"u8);

    private static bool IsIdentification(ReadOnlySpan<byte> packet)
    {
        (int small, int large) = (packet[BlockOffset] & 0xF, packet[BlockOffset] >> 4);
        return BinaryPrimitives.ReadUInt32LittleEndian(packet[7..]) == 0
            && packet[11] <= MaximumChannelCount
            && small is >= MinimumBlockExponent and <= MaximumBlockExponent
            && large is >= MinimumBlockExponent and <= MaximumBlockExponent
            && small <= large;
    }

    /// <summary>Checks all codebooks: each entry that a codebook claims must take up bits of the header.</summary>
    private static bool AreCodebooksSound(byte[] packet)
    {
        VorbisBits bits = new(packet.AsSpan(SetupPrefixLength));
        int count = bits.Read(8) + 1;
        for (int i = 0; i < count; i++)
        {
            if (!TrySkipCodebook(ref bits))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySkipCodebook(ref VorbisBits bits)
    {
        if (bits.Read(24) != CodebookMark)
        {
            return false;
        }

        int dimensions = bits.Read(16);
        int entries = bits.Read(24);
        if (entries == 0 || entries > bits.Left || dimensions == 0 || (long)entries * dimensions > MaximumVectorNumbers)
        {
            return false;
        }

        bool hasLengths = bits.Read(1) != 0 ? TrySkipOrderedLengths(ref bits, entries) : TrySkipLengths(ref bits, entries);
        return hasLengths && TrySkipVectors(ref bits, entries, dimensions);
    }

    private static bool TrySkipOrderedLengths(ref VorbisBits bits, int entries)
    {
        int length = bits.Read(5) + 1;
        for (int done = 0; done < entries; length++)
        {
            int number = bits.Read(32 - BitOperations.LeadingZeroCount((uint)(entries - done)));
            done += number;
            if (done > entries || length > 32 || bits.Left < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySkipLengths(ref VorbisBits bits, int entries)
    {
        bool isSparse = bits.Read(1) != 0;
        for (int i = 0; i < entries && bits.Left >= 0; i++)
        {
            if (!isSparse || bits.Read(1) != 0)
            {
                bits.Read(5);
            }
        }

        return bits.Left >= 0;
    }

    private static bool TrySkipVectors(ref VorbisBits bits, int entries, int dimensions)
    {
        int lookup = bits.Read(4);
        if (lookup == 0)
        {
            return true;
        }

        bits.Skip(64);
        int width = bits.Read(4) + 1;
        bits.Skip(1);
        long values = lookup switch
        {
            1 => RootOf(entries, dimensions),
            2 => (long)entries * dimensions,
            _ => long.MaxValue,
        };
        return values <= MaximumVectorNumbers && bits.Skip(values * width);
    }

    /// <summary>The largest number whose power does not exceed the number of entries.</summary>
    private static long RootOf(int entries, int dimensions)
    {
        long root = (long)Math.Floor(Math.Exp(Math.Log(entries) / dimensions));
        return Math.Floor(Math.Pow(root + 1, dimensions)) <= entries ? root + 1 : root;
    }
}
