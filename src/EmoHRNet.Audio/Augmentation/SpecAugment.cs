using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Masks consecutive bands and consecutive frames: SpecAugment without time warping.</summary>
/// <remarks>
/// <para>A frequency mask hides bands f0 to f0 + f - 1, with f uniform over the integers 0 to F and f0 uniform over all places
/// where the mask fits; a time mask does the same with frames and T. Masks may overlap. All channels get the same masks, because
/// the deltas of a masked band would reveal it.</para>
/// <para>Source: D. Park et al., "SpecAugment: a simple data augmentation method for automatic speech recognition", Interspeech 2019, section 2.</para>
/// </remarks>
public sealed class SpecAugment : ISpecAugment
{
    private readonly SpecAugmentOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public SpecAugment(SpecAugmentOptions? options = null)
    {
        _options = options ?? new SpecAugmentOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public void Apply(Spectrogram spectrogram, Random random)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        Apply(spectrogram, spectrogram.FrameCount, random);
    }

    /// <inheritdoc/>
    public void Apply(Spectrogram window, int utteranceFrames, Random random)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(random);
        if (window.FrameCount == 0)
        {
            return;
        }

        float[] fills = Fills(window);
        for (int i = 0; i < _options.FrequencyMaskCount; i++)
        {
            (int start, int width) = Draw(random, _options.MaximumFrequencyMask, window.BandCount);
            MaskBands(window, start, width, fills);
        }

        int maximumTimeMask = Math.Min(_options.MaximumTimeMask, (int)(_options.MaximumTimeMaskFraction * utteranceFrames));
        for (int i = 0; i < _options.TimeMaskCount; i++)
        {
            (int start, int width) = Draw(random, maximumTimeMask, window.FrameCount);
            MaskFrames(window, start, width, fills);
        }
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";

    private static (int Start, int Width) Draw(Random random, int maximumWidth, int size)
    {
        int width = random.Next(Math.Min(maximumWidth, size) + 1);
        return (random.Next(size - width + 1), width);
    }

    private static void MaskBands(Spectrogram spectrogram, int start, int width, float[] fills)
    {
        for (int channel = 0; channel < spectrogram.ChannelCount; channel++)
        {
            for (int band = start; band < start + width; band++)
            {
                spectrogram.Band(channel, band).Fill(fills[channel]);
            }
        }
    }

    private static void MaskFrames(Spectrogram spectrogram, int start, int width, float[] fills)
    {
        for (int channel = 0; channel < spectrogram.ChannelCount; channel++)
        {
            for (int band = 0; band < spectrogram.BandCount; band++)
            {
                spectrogram.Band(channel, band).Slice(start, width).Fill(fills[channel]);
            }
        }
    }

    private float[] Fills(Spectrogram spectrogram)
    {
        var fills = new float[spectrogram.ChannelCount];
        int size = spectrogram.BandCount * spectrogram.FrameCount;
        for (int channel = 0; channel < fills.Length; channel++)
        {
            ReadOnlySpan<float> values = spectrogram.Values.Slice(channel * size, size);
            fills[channel] = _options.Fill switch
            {
                MaskFill.Mean => Mean(values),
                MaskFill.Minimum => Minimum(values),
                MaskFill.Constant => _options.FillValue,
                var other => throw new InvalidOperationException($"{other} is not a mask fill."),
            };
        }

        return fills;
    }

    private static float Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return (float)(sum / values.Length);
    }

    private static float Minimum(ReadOnlySpan<float> values)
    {
        float minimum = float.PositiveInfinity;
        foreach (float value in values)
        {
            minimum = Math.Min(minimum, value);
        }

        return minimum;
    }
}
