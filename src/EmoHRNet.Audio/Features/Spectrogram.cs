namespace EmoHRNet.Audio.Features;

/// <summary>Time-frequency values of one utterance, laid out [channel, band, frame] with frames contiguous.</summary>
public sealed class Spectrogram
{
    private readonly float[] _values;

    /// <summary>Wraps values without copying them; the caller must not use the array afterwards.</summary>
    /// <param name="channelCount">The number of channels, at least 1.</param>
    /// <param name="bandCount">The number of bands, at least 1.</param>
    /// <param name="frameCount">The number of frames, at least 0.</param>
    /// <param name="values">The values, row-major [channel, band, frame].</param>
    /// <exception cref="ArgumentException">The number of values is not the product of the three counts.</exception>
    public Spectrogram(int channelCount, int bandCount, int frameCount, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bandCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(frameCount);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != (long)channelCount * bandCount * frameCount)
        {
            throw new ArgumentException(
                $"Found {values.Length} values; [{channelCount}, {bandCount}, {frameCount}] needs {(long)channelCount * bandCount * frameCount}.",
                nameof(values));
        }

        (ChannelCount, BandCount, FrameCount, _values) = (channelCount, bandCount, frameCount, values);
    }

    /// <summary>Allocates a spectrogram of zeros.</summary>
    public Spectrogram(int channelCount, int bandCount, int frameCount)
        : this(channelCount, bandCount, frameCount, new float[checked(channelCount * bandCount * frameCount)])
    {
    }

    /// <summary>The number of stacked channels.</summary>
    public int ChannelCount { get; }

    /// <summary>The number of bands (mel bands or cepstral coefficients).</summary>
    public int BandCount { get; }

    /// <summary>The number of frames.</summary>
    public int FrameCount { get; }

    /// <summary>All values, row-major [channel, band, frame].</summary>
    public Span<float> Values => _values;

    /// <summary>A value.</summary>
    public float this[int channel, int band, int frame]
    {
        get => _values[Offset(channel, band) + frame];
        set => _values[Offset(channel, band) + frame] = value;
    }

    /// <summary>The frames of one band, contiguous.</summary>
    public Span<float> Band(int channel, int band) => _values.AsSpan(Offset(channel, band), FrameCount);

    /// <summary>A deep copy.</summary>
    public Spectrogram Clone() => new(ChannelCount, BandCount, FrameCount, (float[])_values.Clone());

    private int Offset(int channel, int band) => ((channel * BandCount) + band) * FrameCount;
}
