using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Stretches or compresses a spectrogram along its bands, as if the speaker's vocal tract were shorter or longer.</summary>
/// <remarks>
/// Vocal tract length perturbation (Jaitly and Hinton, 2013), here on the bands themselves instead of the hertz axis before
/// the filter bank: pitch and formants move together, the tempo stays. The lowest band stays where it is; values between two bands
/// are interpolated linearly, and the highest band's value continues above it. All frames and channels of an utterance share one factor.
/// </remarks>
public sealed class VocalTractLengthPerturbation : ISpecAugment
{
    private readonly VocalTractLengthPerturbationOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public VocalTractLengthPerturbation(VocalTractLengthPerturbationOptions? options = null)
    {
        _options = options ?? new VocalTractLengthPerturbationOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public void Apply(Spectrogram spectrogram, Random random)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        ArgumentNullException.ThrowIfNull(random);
        double factor = 1 + (_options.MaximumStretch * ((2 * random.NextDouble()) - 1));
        for (int channel = 0; channel < spectrogram.ChannelCount; channel++)
        {
            Stretch(spectrogram, channel, factor);
        }
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";

    // Stretching reads below the band it writes and runs downwards, compressing reads above it and runs upwards: no band is read after it
    // was written.
    private static void Stretch(Spectrogram spectrogram, int channel, double factor)
    {
        int count = spectrogram.BandCount;
        for (int i = 0; i < count; i++)
        {
            int band = factor > 1 ? count - 1 - i : i;
            double source = Math.Min(band / factor, count - 1);
            int below = (int)source;
            Interpolate(
                spectrogram.Band(channel, below),
                spectrogram.Band(channel, Math.Min(below + 1, count - 1)),
                (float)(source - below),
                spectrogram.Band(channel, band));
        }
    }

    private static void Interpolate(ReadOnlySpan<float> below, ReadOnlySpan<float> above, float position, Span<float> result)
    {
        for (int frame = 0; frame < result.Length; frame++)
        {
            result[frame] = below[frame] + (position * (above[frame] - below[frame]));
        }
    }
}
