namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Simulates a network that loses packets of 20 ms in bursts of two on average, and a simple receiver that conceals the loss.</summary>
/// <remarks>
/// A Markov chain with two states (Gilbert, 1960) decides which packets are lost. The receiver repeats the last packet it has at half the
/// amplitude, then at a quarter, and so on.
/// </remarks>
internal static class PacketLoss
{
    private const double PacketSeconds = 0.02;
    private const double MeanBurst = 2;

    /// <summary>Draws which packets are lost.</summary>
    /// <param name="count">The number of packets.</param>
    /// <param name="share">The share that is lost in the long run, 0 to below 1.</param>
    /// <param name="random">The source of randomness.</param>
    public static bool[] Draw(int count, double share, Random random)
    {
        const double Recover = 1 / MeanBurst;
        double lose = Math.Min(1, share * Recover / (1 - share));
        bool[] lost = new bool[count];
        bool bad = random.NextDouble() < share;
        for (int i = 0; i < count; i++)
        {
            lost[i] = bad;
            bad = bad ? random.NextDouble() >= Recover : random.NextDouble() < lose;
        }

        return lost;
    }

    /// <summary>Drops and conceals packets of a signal, in place.</summary>
    public static void Apply(Span<float> line, int sampleRate, double share, Random random)
    {
        int size = (int)Math.Round(PacketSeconds * sampleRate);
        bool[] lost = Draw((line.Length + size - 1) / size, share, random);
        for (int i = 0; i < lost.Length; i++)
        {
            if (lost[i])
            {
                Conceal(line, i * size, size);
            }
        }
    }

    // The packet before is an arrived or an already concealed one, so each repetition has half the amplitude of the one before.
    private static void Conceal(Span<float> line, int start, int size)
    {
        Span<float> packet = line[start..Math.Min(start + size, line.Length)];
        for (int k = 0; k < packet.Length; k++)
        {
            packet[k] = start >= size ? line[start - size + k] / 2 : 0;
        }
    }
}
