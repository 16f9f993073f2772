using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads the block code from the 'fmt ' chunk (Microsoft, Multimedia Data Standards Update, April 1994).</summary>
internal static class WavBlockCoding
{
    private const int MicrosoftAdpcm = 0x0002;
    private const int ImaAdpcm = 0x0011;
    private const int Gsm610 = 0x0031;
    private const int GsmBlockLength = 65;
    private const int GsmSamplesPerBlock = 320;
    private const int CoefficientsStart = 22;

    /// <returns>The block code, or null where the format code is not one.</returns>
    public static BlockCoding? Read(string name, int code, int channels, int blockLength, ReadOnlySpan<byte> chunk, bool bigEndian)
    {
        if (code is not (MicrosoftAdpcm or ImaAdpcm or Gsm610))
        {
            return null;
        }

        int bits = WavFormatChunk.UInt16(chunk[14..], bigEndian);
        bool isReadable = !bigEndian && channels <= 2 && (code == Gsm610 ? channels == 1 && blockLength == GsmBlockLength : bits == 4);
        if (!isReadable)
        {
            throw new UnsupportedEncodingException($"WAV format code 0x{code:X4} with {channels} channels, {bits} bits and blocks of {blockLength} bytes");
        }

        return code switch
        {
            Gsm610 => new BlockCoding(BlockCodingKind.Gsm610, blockLength, GsmSamplesPerBlock),
            ImaAdpcm => Ima(name, channels, blockLength),
            _ => Microsoft(name, channels, blockLength, chunk),
        };
    }

    /// <summary>A header of 4 bytes per channel holds one sample; then words of 8 samples alternate between channels.</summary>
    private static BlockCoding Ima(string name, int channels, int blockLength)
    {
        int words = (blockLength - (4 * channels)) / (4 * channels);
        return words >= 1
            ? new BlockCoding(BlockCodingKind.ImaAdpcm, blockLength, 1 + (8 * words))
            : throw TooShort(name, blockLength);
    }

    /// <summary>A header of 7 bytes per channel holds two samples; then each byte holds two more.</summary>
    private static BlockCoding Microsoft(string name, int channels, int blockLength, ReadOnlySpan<byte> chunk)
    {
        int samples = 2 + ((blockLength - (7 * channels)) * 2 / channels);
        if (samples <= 2)
        {
            throw TooShort(name, blockLength);
        }

        return new BlockCoding(BlockCodingKind.MicrosoftAdpcm, blockLength, samples) { Coefficients = Coefficients(name, chunk) };
    }

    private static (int First, int Second)[] Coefficients(string name, ReadOnlySpan<byte> chunk)
    {
        int count = chunk.Length >= CoefficientsStart ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[20..]) : 0;
        if (count == 0 || chunk.Length < CoefficientsStart + (4 * count))
        {
            throw new AudioFormatException($"{name}: the 'fmt ' chunk of the WAV file names {count} pairs of ADPCM coefficients in {chunk.Length} bytes.");
        }

        (int, int)[] pairs = new (int, int)[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> pair = chunk[(CoefficientsStart + (4 * i))..];
            pairs[i] = (BinaryPrimitives.ReadInt16LittleEndian(pair), BinaryPrimitives.ReadInt16LittleEndian(pair[2..]));
        }

        return pairs;
    }

    private static AudioFormatException TooShort(string name, int blockLength) =>
        new($"{name}: the header says blocks of {blockLength} bytes, which hold no ADPCM samples.");
}
