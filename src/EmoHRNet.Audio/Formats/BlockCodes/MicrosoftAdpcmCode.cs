using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>Microsoft ADPCM (Microsoft, Multimedia Data Standards Update, April 1994).</summary>
internal sealed class MicrosoftAdpcmCode(string name, int channelCount, IReadOnlyList<(int First, int Second)> coefficients) : IBlockCode
{
    private const int HeaderLength = 7;
    private const int MinimumDelta = 16;
    private const int MaximumDelta = int.MaxValue / 768;

    private static readonly int[] Adaptation = [230, 230, 230, 230, 307, 409, 512, 614, 768, 614, 512, 409, 307, 230, 230, 230];

    private readonly Channel[] _channels = new Channel[channelCount];

    public int Decode(ReadOnlySpan<byte> block, Span<short> interleaved)
    {
        if (block.Length < HeaderLength * channelCount)
        {
            return 0;
        }

        ReadHeader(block, interleaved);
        int output = 2 * channelCount;
        ReadOnlySpan<byte> codes = block[(HeaderLength * channelCount)..];
        for (int i = 0; i < 2 * codes.Length; i++)
        {
            int code = (i & 1) == 0 ? codes[i / 2] >> 4 : codes[i / 2] & 0x0F;
            interleaved[output++] = _channels[i % channelCount].Next(code);
        }

        return output / channelCount;
    }

    private void ReadHeader(ReadOnlySpan<byte> block, Span<short> interleaved)
    {
        for (int c = 0; c < channelCount; c++)
        {
            if (block[c] >= coefficients.Count)
            {
                throw new AudioFormatException(
                    $"{name}: a Microsoft ADPCM block names predictor {block[c]}; expected 0 to {coefficients.Count - 1}. The file is damaged.");
            }

            ref Channel channel = ref _channels[c];
            (channel.First, channel.Second) = coefficients[block[c]];
            channel.Delta = Word(block, 0, c);
            channel.Last = Word(block, 1, c);
            channel.BeforeLast = Word(block, 2, c);
            interleaved[c] = (short)channel.BeforeLast;
            interleaved[channelCount + c] = (short)channel.Last;
        }
    }

    /// <summary>A 16-bit field of the header, which holds the predictors of all channels, then each field of all channels.</summary>
    private int Word(ReadOnlySpan<byte> block, int word, int channel) =>
        BinaryPrimitives.ReadInt16LittleEndian(block[(channelCount + (2 * ((word * channelCount) + channel)))..]);

    private struct Channel
    {
        public int First;
        public int Second;
        public int Delta;
        public int Last;
        public int BeforeLast;

        public short Next(int code)
        {
            int predicted = ((Last * First) + (BeforeLast * Second)) / 256;
            int signed = code >= 8 ? code - 16 : code;
            BeforeLast = Last;
            Last = (int)Math.Clamp(predicted + ((long)signed * Delta), short.MinValue, short.MaxValue);
            Delta = (int)Math.Clamp(((long)Adaptation[code] * Delta) >> 8, MinimumDelta, MaximumDelta);
            return (short)Last;
        }
    }
}
