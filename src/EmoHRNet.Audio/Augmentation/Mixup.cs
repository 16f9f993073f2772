using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Blends two training utterances and their labels: λ·first + (1 - λ)·second with λ ~ B(α, α).</summary>
/// <remarks>Source: H. Zhang et al., "mixup: beyond empirical risk minimization", ICLR 2018.</remarks>
public sealed class Mixup
{
    private readonly double _alpha;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public Mixup(MixupOptions? options = null)
    {
        options ??= new MixupOptions();
        options.Validate();
        _alpha = options.Alpha;
    }

    /// <summary>Draws λ, the weight of the first utterance of a pair, 0 to 1.</summary>
    public double DrawWeight(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return BetaSampler.Next(random, _alpha);
    }

    /// <summary>Blends the second spectrogram into the first, in place.</summary>
    /// <param name="first">The spectrogram to change.</param>
    /// <param name="second">The other one, of the same shape.</param>
    /// <param name="weight">λ, 0 to 1, from <see cref="DrawWeight"/>.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Blend(Spectrogram first, Spectrogram second, double weight)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if ((first.ChannelCount, first.BandCount, first.FrameCount) != (second.ChannelCount, second.BandCount, second.FrameCount))
        {
            throw new ArgumentException(
                $"Found [{second.ChannelCount}, {second.BandCount}, {second.FrameCount}]; expected the first spectrogram's shape " +
                $"[{first.ChannelCount}, {first.BandCount}, {first.FrameCount}]. Crop or pad both to one length first.",
                nameof(second));
        }

        Blend(first.Values, second.Values, weight);
    }

    /// <summary>Blends the second label into the first, in place.</summary>
    /// <param name="first">The weight of each class in the first label; a hard label is 1 for its class and 0 for all others.</param>
    /// <param name="second">The second label, of the same length.</param>
    /// <param name="weight">The weight the spectrograms were blended with.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Blend(Span<float> first, ReadOnlySpan<float> second, double weight)
    {
        if (weight is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Expected 0 to 1.");
        }

        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Found {second.Length} values; expected {first.Length}, as many as the first has.", nameof(second));
        }

        float other = (float)(1 - weight);
        for (int i = 0; i < first.Length; i++)
        {
            first[i] = ((float)weight * first[i]) + (other * second[i]);
        }
    }
}
