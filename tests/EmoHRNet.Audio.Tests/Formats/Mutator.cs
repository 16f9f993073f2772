using System.Buffers.Binary;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Damages a file at random in ways that break parsers: wrong sizes, flipped bits, cuts, repeats.</summary>
internal static class Mutator
{
    private static readonly uint[] WildNumbers =
        [0, 1, 2, 3, 7, 8, 0x7F, 0xFF, 0x7FFF, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFF000, 0x7FFFFFFE, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private static readonly byte[][] Words =
    [
        [.. "data"u8], [.. "fmt "u8], [.. "ds64"u8], [.. "RF64"u8], [.. "RIFX"u8], [.. "SSND"u8], [.. "COMM"u8], [.. "AIFC"u8], [.. "LIST"u8],
        [.. "ID3\u0004"u8], [.. "OggS"u8], [.. "fLaC"u8], [.. "OpusHead"u8], [.. "Info"u8], [.. "TAG"u8], [.. "APETAGEX"u8],
        [0xFF, 0xF8], [0xFF, 0xFB, 0x90], [0x1F, 0x43, 0xB6, 0x75, 0xFF], [0xA3, 0x81], [0x42, 0x43, 0x56],
    ];

    public static byte[] Mutate(byte[] file, Random random)
    {
        byte[] mutated = (byte[])file.Clone();
        for (int count = random.Next(1, 6); count > 0 && mutated.Length > 0; count--)
        {
            // Headers control parsing, so half of the changes go there.
            int position = random.Next(random.Next(2) == 0 ? mutated.Length : Math.Min(mutated.Length, 80));
            mutated = Change(mutated, position, random);
        }

        return mutated;
    }

    private static byte[] Change(byte[] file, int position, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                file[position] ^= (byte)(1 << random.Next(8));
                return file;
            case 1:
                file[position] = (byte)random.Next(256);
                return file;
            case 2:
                return Overwrite(file, position, Number(random, littleEndian: true));
            case 3:
                return Overwrite(file, position, Number(random, littleEndian: false));
            case 4:
                return Overwrite(file, position, Words[random.Next(Words.Length)]);
            case 5:
                return file[..position];
            case 6:
                return [.. file[..position], .. new byte[random.Next(1, 20)], .. file[position..]];
            default:
                int length = Math.Min(random.Next(1, 60), file.Length - position);
                return [.. file[..position], .. file[position..(position + length)], .. file[position..]];
        }
    }

    private static byte[] Number(Random random, bool littleEndian)
    {
        byte[] bytes = new byte[4];
        uint value = WildNumbers[random.Next(WildNumbers.Length)];
        if (littleEndian)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }

        return random.Next(2) == 0 ? bytes : littleEndian ? bytes[..2] : bytes[2..];
    }

    private static byte[] Overwrite(byte[] file, int position, byte[] with)
    {
        with.AsSpan(0, Math.Min(with.Length, file.Length - position)).CopyTo(file.AsSpan(position));
        return file;
    }
}
