namespace EmoHRNet.Audio.Preparation;

/// <summary>Detects whether the channels of a recording carry the same signal, different signals, or cancel each other.</summary>
/// <remarks>
/// Compares the power of the channels' sum with the sum of their powers: it is equal for uncorrelated channels, N times as large for N
/// equal ones, and zero where one channel is the other inverted. Offsets do not count. Not thread-safe.
/// </remarks>
public sealed class ChannelComparison
{
    private const double OppositeRatio = 0.2; // two channels correlated by -0.8
    private const double DifferentCorrelation = 0.3;
    private const double HeardShare = 0.001; // -30 dB of the loudest channel

    private double[] _sums = [];
    private double[] _squares = [];
    private double _mixSum;
    private double _mixSquare;
    private long _count;

    /// <summary>Whether the channels cancel each other when added, as with one of two microphones in inverted polarity.</summary>
    public bool AreOpposite => _sums.Length > 1 && SumOfPowers > 0 && PowerOfSum < OppositeRatio * SumOfPowers;

    /// <summary>Whether a second audible channel has little in common with the loudest one, as when each carries one side of a call.</summary>
    public bool AreDifferent => _sums.Length > 1 && !AreOpposite && IsSecondHeard
        && PowerOfSum < (1 + (DifferentCorrelation * (_sums.Length - 1))) * SumOfPowers;

    /// <summary>The index of the channel with the most power.</summary>
    public int Loudest
    {
        get
        {
            double[] powers = Powers();
            return powers.Length == 0 ? 0 : Array.IndexOf(powers, powers.Max());
        }
    }

    private double SumOfPowers => Powers().Sum();

    private double PowerOfSum => Power(_mixSum, _mixSquare);

    private bool IsSecondHeard
    {
        get
        {
            double[] rising = [.. Powers().Order()];
            return rising[^1] > 0 && rising[^2] >= HeardShare * rising[^1];
        }
    }

    /// <summary>Adds the next block.</summary>
    /// <param name="block">Any number of samples, with the same number of channels as the blocks before.</param>
    /// <exception cref="ArgumentException">The number of channels changed.</exception>
    public void Add(Waveform block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (_sums.Length == 0)
        {
            (_sums, _squares) = (new double[block.ChannelCount], new double[block.ChannelCount]);
        }
        else if (_sums.Length != block.ChannelCount)
        {
            throw new ArgumentException($"Found {block.ChannelCount} channels; expected {_sums.Length} as before.", nameof(block));
        }

        double[] mix = new double[block.SampleCount];
        for (int c = 0; c < block.ChannelCount; c++)
        {
            ReadOnlySpan<float> channel = block.Channel(c);
            for (int i = 0; i < channel.Length; i++)
            {
                mix[i] += channel[i];
            }

            _sums[c] += Levels.Mean(channel) * channel.Length;
            _squares[c] += Levels.MeanSquare(channel) * channel.Length;
        }

        _mixSum += mix.Sum();
        _mixSquare += mix.Sum(value => value * value);
        _count += block.SampleCount;
    }

    private double[] Powers() => [.. _sums.Zip(_squares, Power)];

    // The rounding error of an offset is not audio.
    private double Power(double sum, double square)
    {
        double power = _count == 0 ? 0 : (square / _count) - (sum / _count * (sum / _count));
        return power > 1e-12 * square / Math.Max(1, _count) ? power : 0;
    }
}
