using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>IMA ADPCM in WAV files (IMA Digital Audio Focus and Technical Working Groups, Recommended Practices, 1992).</summary>
internal sealed class ImaAdpcmCode(string name, int channelCount) : IBlockCode
{
    private const int HeaderLength = 4;
    private const int WordLength = 4;
    private const int SamplesPerWord = 8;

    private static readonly int[] IndexSteps = [-1, -1, -1, -1, 2, 4, 6, 8];

    private static readonly int[] Steps =
    [
        7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73, 80, 88, 97, 107, 118, 130, 143, 157,
        173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707,
        1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487, 12635,
        13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
    ];

    public int Decode(ReadOnlySpan<byte> block, Span<short> interleaved)
    {
        if (block.Length < HeaderLength * channelCount)
        {
            return 0;
        }

        int words = (block.Length - (HeaderLength * channelCount)) / (WordLength * channelCount);
        for (int c = 0; c < channelCount; c++)
        {
            DecodeChannel(block, words, c, interleaved);
        }

        return 1 + (words * SamplesPerWord);
    }

    private void DecodeChannel(ReadOnlySpan<byte> block, int words, int channel, Span<short> interleaved)
    {
        ReadOnlySpan<byte> header = block[(HeaderLength * channel)..];
        int predictor = BinaryPrimitives.ReadInt16LittleEndian(header);
        int index = header[2];
        if (index >= Steps.Length)
        {
            throw new AudioFormatException($"{name}: an IMA ADPCM block starts with step {index}; expected 0 to {Steps.Length - 1}. The file is damaged.");
        }

        int output = channel;
        interleaved[output] = (short)predictor;
        for (int word = 0; word < words; word++)
        {
            ReadOnlySpan<byte> bytes = block.Slice((HeaderLength * channelCount) + (WordLength * ((word * channelCount) + channel)), WordLength);
            for (int i = 0; i < SamplesPerWord; i++)
            {
                int code = (bytes[i / 2] >> (4 * (i & 1))) & 0x0F;
                predictor = Next(predictor, ref index, code);
                output += channelCount;
                interleaved[output] = (short)predictor;
            }
        }
    }

    private static int Next(int predictor, ref int index, int code)
    {
        int magnitude = code & 7;
        int difference = (((2 * magnitude) + 1) * Steps[index]) >> 3;
        index = Math.Clamp(index + IndexSteps[magnitude], 0, Steps.Length - 1);
        return Math.Clamp((code & 8) != 0 ? predictor - difference : predictor + difference, short.MinValue, short.MaxValue);
    }
}
