namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>The RPE-LTP decoder of GSM 06.10 (ETSI EN 300 961, section 5.3), in the 16-bit arithmetic that the standard prescribes.</summary>
internal sealed class GsmSynthesis
{
    public const int FrameLength = 160;

    private const int SubframeLength = 40;
    private const int HistoryLength = 120;
    private const int MinimumLag = 40;
    private const int Order = 8;
    private const int PulseCount = 13;
    private const int DeEmphasis = 28_180;

    private static readonly int[] LarBits = [6, 6, 5, 5, 4, 4, 3, 3];
    private static readonly int[] LarMinimum = [-32, -32, -16, -16, -8, -8, -4, -4];
    private static readonly int[] LarOffset = [0, 0, 2048, -2560, 94, -1792, -341, -1144];
    private static readonly int[] LarInverseScale = [13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708];
    private static readonly int[] LagGain = [3277, 11469, 21299, 32767];
    private static readonly int[] Mantissa = [18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767];

    /// <summary>The samples at which the interpolation between the coefficients of two frames changes.</summary>
    private static readonly int[] SegmentEnds = [13, 27, 40, FrameLength];

    private readonly int[] _excitation = new int[HistoryLength + SubframeLength];
    private readonly int[] _residual = new int[FrameLength];
    private readonly int[] _lattice = new int[Order + 1];
    private int[] _previousLar = new int[Order];
    private int[] _lar = new int[Order];
    private int _lag = MinimumLag;
    private int _deEmphasis;

    /// <summary>Decodes 160 samples.</summary>
    public void DecodeFrame(GsmBits bits, Span<short> samples)
    {
        (_previousLar, _lar) = (_lar, _previousLar);
        for (int i = 0; i < Order; i++)
        {
            int coded = (bits.Take(LarBits[i]) + LarMinimum[i]) << 10;
            int scaled = Multiply(LarInverseScale[i], Clip(coded - (LarOffset[i] << 1)));
            _lar[i] = Clip(scaled + scaled);
        }

        for (int start = 0; start < FrameLength; start += SubframeLength)
        {
            DecodeSubframe(ref bits, _residual.AsSpan(start, SubframeLength));
        }

        Synthesize(samples);
    }

    /// <summary>Adds the pulses of a subframe to the long-term prediction.</summary>
    private void DecodeSubframe(ref GsmBits bits, Span<int> residual)
    {
        int lag = bits.Take(7);
        int gain = LagGain[bits.Take(2)];
        int grid = bits.Take(2);
        int maximum = bits.Take(6);
        Span<int> pulses = stackalloc int[SubframeLength];
        pulses.Clear();
        (int exponent, int mantissa) = Split(maximum);
        int shift = 6 - exponent;
        int rounding = shift == 0 ? 0 : 1 << (shift - 1);
        for (int i = 0; i < PulseCount; i++)
        {
            int amplitude = Multiply(Mantissa[mantissa], ((bits.Take(3) << 1) - 7) << 12);
            pulses[grid + (3 * i)] = Clip(amplitude + rounding) >> shift;
        }

        _lag = lag is < MinimumLag or > HistoryLength ? _lag : lag;
        for (int k = 0; k < SubframeLength; k++)
        {
            _excitation[HistoryLength + k] = Clip(pulses[k] + Multiply(gain, _excitation[HistoryLength + k - _lag]));
        }

        _excitation.AsSpan(HistoryLength).CopyTo(residual);
        _excitation.AsSpan(SubframeLength).CopyTo(_excitation);
    }

    /// <summary>Decodes the block maximum, which is stored as a small floating-point number.</summary>
    private static (int Exponent, int Mantissa) Split(int maximum)
    {
        int exponent = maximum > 15 ? (maximum >> 3) - 1 : 0;
        int mantissa = maximum - (exponent << 3);
        if (mantissa == 0)
        {
            return (-4, 7);
        }

        while (mantissa <= 7)
        {
            mantissa = (mantissa << 1) | 1;
            exponent--;
        }

        return (exponent, mantissa - 8);
    }

    private void Synthesize(Span<short> samples)
    {
        Span<int> reflection = stackalloc int[Order];
        int k = 0;
        for (int segment = 0; segment < SegmentEnds.Length; segment++)
        {
            for (int i = 0; i < Order; i++)
            {
                reflection[i] = Reflection(Interpolate(segment, _previousLar[i], _lar[i]));
            }

            for (; k < SegmentEnds[segment]; k++)
            {
                _deEmphasis = Clip(Filter(_residual[k], reflection) + Multiply(_deEmphasis, DeEmphasis));
                samples[k] = (short)(Clip(_deEmphasis + _deEmphasis) & ~7);
            }
        }
    }

    private static int Interpolate(int segment, int previous, int current) => segment switch
    {
        0 => Clip(Clip((previous >> 2) + (current >> 2)) + (previous >> 1)),
        1 => Clip((previous >> 1) + (current >> 1)),
        2 => Clip(Clip((previous >> 2) + (current >> 2)) + (current >> 1)),
        _ => current,
    };

    /// <summary>Converts a logarithmic area ratio to a reflection coefficient, piecewise linearly.</summary>
    private static int Reflection(int lar)
    {
        int magnitude = Math.Min(Math.Abs(lar), short.MaxValue);
        int value = magnitude switch
        {
            < 11_059 => magnitude << 1,
            < 20_070 => magnitude + 11_059,
            _ => Clip((magnitude >> 2) + 26_112),
        };
        return lar < 0 ? -value : value;
    }

    private int Filter(int sample, ReadOnlySpan<int> reflection)
    {
        for (int i = Order - 1; i >= 0; i--)
        {
            sample = Clip(sample - Multiply(reflection[i], _lattice[i]));
            _lattice[i + 1] = Clip(_lattice[i] + Multiply(reflection[i], sample));
        }

        _lattice[0] = sample;
        return sample;
    }

    private static int Clip(int value) => Math.Clamp(value, short.MinValue, short.MaxValue);

    private static int Multiply(int a, int b) => Clip(((a * b) + 16_384) >> 15);
}
