namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>Decodes one channel of a frame (RFC 9639, section 9.2).</summary>
internal static class FlacSubframe
{
    private const int MaximumFixedOrder = 4;
    private static readonly int[][] FixedCoefficients = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

    /// <param name="bits">The stream, at the subframe.</param>
    /// <param name="depth">The bits of a sample.</param>
    /// <param name="samples">Receives the samples.</param>
    /// <returns>False where the subframe is damaged.</returns>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public static bool TryDecode(FlacBits bits, int depth, Span<long> samples)
    {
        if (bits.Read(1) != 0)
        {
            return false;
        }

        int type = (int)bits.Read(6);
        int wasted = bits.Read(1) != 0 ? bits.ReadUnary() + 1 : 0;
        depth -= wasted;
        if (depth < 1 || !TryDecode(bits, type, depth, samples))
        {
            return false;
        }

        for (int i = 0; wasted > 0 && i < samples.Length; i++)
        {
            samples[i] <<= wasted;
        }

        return true;
    }

    private static bool TryDecode(FlacBits bits, int type, int depth, Span<long> samples)
    {
        switch (type)
        {
            case 0:
                samples.Fill(bits.ReadSigned(depth));
                return true;
            case 1:
                ReadSamples(bits, depth, samples);
                return true;
            case >= 8 and <= 8 + MaximumFixedOrder:
                return TryDecodeFixed(bits, type - 8, depth, samples);
            case >= 32:
                return TryDecodeLinear(bits, type - 31, depth, samples);
            default:
                return false;
        }
    }

    private static bool TryDecodeFixed(FlacBits bits, int order, int depth, Span<long> samples)
    {
        if (order > samples.Length)
        {
            return false;
        }

        ReadSamples(bits, depth, samples[..order]);
        if (!FlacResidual.TryRead(bits, order, samples))
        {
            return false;
        }

        Predict(samples, FixedCoefficients[order], 0);
        return true;
    }

    private static bool TryDecodeLinear(FlacBits bits, int order, int depth, Span<long> samples)
    {
        if (order > samples.Length)
        {
            return false;
        }

        ReadSamples(bits, depth, samples[..order]);
        int precision = (int)bits.Read(4) + 1;
        int shift = (int)bits.ReadSigned(5);
        if (precision == 16 || shift < 0)
        {
            return false;
        }

        Span<int> coefficients = stackalloc int[order];
        for (int i = 0; i < order; i++)
        {
            coefficients[i] = (int)bits.ReadSigned(precision);
        }

        if (!FlacResidual.TryRead(bits, order, samples))
        {
            return false;
        }

        Predict(samples, coefficients, shift);
        return true;
    }

    /// <summary>Adds the prediction from the preceding samples to each residual.</summary>
    private static void Predict(Span<long> samples, ReadOnlySpan<int> coefficients, int shift)
    {
        for (int i = coefficients.Length; i < samples.Length; i++)
        {
            long sum = 0;
            for (int j = 0; j < coefficients.Length; j++)
            {
                sum += coefficients[j] * samples[i - 1 - j];
            }

            samples[i] += sum >> shift;
        }
    }

    private static void ReadSamples(FlacBits bits, int depth, Span<long> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = bits.ReadSigned(depth);
        }
    }
}
