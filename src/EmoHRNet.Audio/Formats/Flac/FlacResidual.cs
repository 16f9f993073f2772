namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>Reads the prediction residual in Rice codes (RFC 9639, section 9.2.7).</summary>
internal static class FlacResidual
{
    /// <param name="bits">The stream, at the residual.</param>
    /// <param name="order">The number of samples before the residual.</param>
    /// <param name="samples">Receives the residual after them.</param>
    /// <returns>False where it is damaged.</returns>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public static bool TryRead(FlacBits bits, int order, Span<long> samples)
    {
        int method = (int)bits.Read(2);
        int partitionOrder = (int)bits.Read(4);
        int partitionLength = samples.Length >> partitionOrder;
        if (method > 1 || partitionLength << partitionOrder != samples.Length || partitionLength < order)
        {
            return false;
        }

        int parameterBits = method == 0 ? 4 : 5;
        for (int end = partitionLength, start = order; end <= samples.Length; start = end, end += partitionLength)
        {
            ReadPartition(bits, parameterBits, samples[start..end]);
        }

        return true;
    }

    private static void ReadPartition(FlacBits bits, int parameterBits, Span<long> residual)
    {
        int parameter = (int)bits.Read(parameterBits);
        bool isPlain = parameter == (1 << parameterBits) - 1;
        int width = isPlain ? (int)bits.Read(5) : parameter;
        for (int i = 0; i < residual.Length; i++)
        {
            residual[i] = isPlain ? bits.ReadSigned(width) : ReadRice(bits, parameter);
        }
    }

    private static long ReadRice(FlacBits bits, int parameter)
    {
        long folded = ((long)bits.ReadUnary() << parameter) | (long)bits.Read(parameter);
        return (folded >> 1) ^ -(folded & 1);
    }
}
