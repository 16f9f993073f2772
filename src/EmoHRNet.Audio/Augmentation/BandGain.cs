using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Adds one random curve over the bands to all frames: on logarithmic features, the effect of another microphone or place.</summary>
/// <remarks>
/// The linear variant of FilterAugment (Nam, Kim and Park, ICASSP 2022), with evenly spaced knots. The silence that pads an utterance to
/// its window is changed, too. All channels share the curve.
/// </remarks>
public sealed class BandGain : ISpecAugment
{
    private readonly BandGainOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public BandGain(BandGainOptions? options = null)
    {
        _options = options ?? new BandGainOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public void Apply(Spectrogram spectrogram, Random random)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        ArgumentNullException.ThrowIfNull(random);
        double[] knots = [.. Enumerable.Range(0, _options.KnotCount).Select(_ => _options.Maximum * ((2 * random.NextDouble()) - 1))];
        for (int band = 0; band < spectrogram.BandCount; band++)
        {
            float gain = (float)At(knots, spectrogram.BandCount > 1 ? (double)band / (spectrogram.BandCount - 1) : 0);
            for (int channel = 0; channel < spectrogram.ChannelCount; channel++)
            {
                foreach (ref float value in spectrogram.Band(channel, band))
                {
                    value += gain;
                }
            }
        }
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";

    // The curve at a position between 0 and 1.
    private static double At(double[] knots, double position)
    {
        double place = position * (knots.Length - 1);
        int below = Math.Min((int)place, knots.Length - 2);
        return knots[below] + ((place - below) * (knots[below + 1] - knots[below]));
    }
}
