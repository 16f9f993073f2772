namespace EmoHRNet.Audio.Preparation;

/// <summary>The preparation steps as methods of a waveform; each returns a new waveform.</summary>
public static class WaveformPreparation
{
    /// <summary>Mixes all channels into one.</summary>
    public static Waveform ToMono(this Waveform waveform, ChannelMix mix = ChannelMix.Average)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return new Waveform(waveform.SampleRate, ChannelMixing.Mix(waveform, mix));
    }

    /// <summary>Changes the sample rate of every channel.</summary>
    /// <param name="waveform">The waveform.</param>
    /// <param name="sampleRate">The new sample rate in hertz.</param>
    /// <param name="quality">The filter's preset.</param>
    public static Waveform Resample(this Waveform waveform, int sampleRate, ResamplingQuality quality = ResamplingQuality.Standard)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        Resampler resampler = new(waveform.SampleRate, sampleRate, quality);
        return waveform.Map(sampleRate, channel => resampler.Resample(channel));
    }

    /// <summary>Trims both ends where all channels are silent; a silent waveform is kept whole.</summary>
    /// <param name="waveform">The waveform.</param>
    /// <param name="options">How silence is trimmed; null for the defaults.</param>
    public static Waveform TrimSilence(this Waveform waveform, SilenceTrimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        options ??= new SilenceTrimOptions();
        options.Validate();
        int start = waveform.SampleCount;
        int end = 0;
        for (int c = 0; c < waveform.ChannelCount; c++)
        {
            Range sound = SilenceTrimming.FindSound(waveform.Channel(c), waveform.SampleRate, options);
            (int offset, int length) = sound.GetOffsetAndLength(waveform.SampleCount);
            (start, end) = (Math.Min(start, offset), Math.Max(end, offset + length));
        }

        return waveform.Map(waveform.SampleRate, channel => channel[start..end].ToArray());
    }

    /// <summary>Brings the loudest channel to a level, all channels by the same factor; silence stays silence.</summary>
    /// <param name="waveform">The waveform.</param>
    /// <param name="normalization">The measure that is brought to the level.</param>
    /// <param name="targetDecibels">The level in decibels of full scale.</param>
    public static Waveform NormalizeGain(this Waveform waveform, GainNormalization normalization, double targetDecibels)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        double level = 0;
        for (int c = 0; c < waveform.ChannelCount; c++)
        {
            level = Math.Max(level, Gain.Level(waveform.Channel(c), waveform.SampleRate, normalization));
        }

        float factor = Gain.Factor(level, targetDecibels);
        return waveform.Map(waveform.SampleRate, channel => Gain.Apply(channel, factor));
    }

    /// <summary>Raises high frequencies: y[n] = x[n] - coefficient · x[n-1], with x[-1] = 0.</summary>
    /// <param name="waveform">The waveform.</param>
    /// <param name="coefficient">0 to 1; 0.97 is usual in speech recognition.</param>
    public static Waveform PreEmphasize(this Waveform waveform, double coefficient = 0.97)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        ArgumentOutOfRangeException.ThrowIfNegative(coefficient);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coefficient, 1);
        return waveform.Map(waveform.SampleRate, channel =>
        {
            float[] copy = channel.ToArray();
            PreEmphasis.ApplyInPlace(copy, (float)coefficient);
            return copy;
        });
    }

    /// <summary>Pads with zeros or crops to an exact number of samples.</summary>
    /// <param name="waveform">The waveform.</param>
    /// <param name="sampleCount">The number of samples of each channel of the result.</param>
    /// <param name="alignment">The position of the waveform in the result.</param>
    public static Waveform PadOrCrop(this Waveform waveform, int sampleCount, ClipAlignment alignment = ClipAlignment.Start)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        ArgumentOutOfRangeException.ThrowIfNegative(sampleCount);
        return waveform.Map(waveform.SampleRate, channel => ClipFitting.Fit(channel, sampleCount, alignment));
    }

    private static Waveform Map(this Waveform waveform, int sampleRate, Func<ReadOnlySpan<float>, float[]> step)
    {
        float[][] channels = new float[waveform.ChannelCount][];
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c] = step(waveform.Channel(c));
        }

        return new Waveform(sampleRate, channels);
    }
}
