namespace EmoHRNet.Audio;

/// <summary>Decoded audio: one array of samples in [-1, 1] per channel, all of one length, and their sample rate.</summary>
/// <remarks>A waveform owns its arrays and never changes them; every preparation step returns a new waveform.</remarks>
public sealed partial class Waveform
{
    private readonly float[][] _channels;

    /// <summary>Wraps samples without copying them; the caller must not change the arrays afterwards.</summary>
    /// <param name="sampleRate">Samples per second of each channel, 1 to 768,000.</param>
    /// <param name="channels">One array per channel, at least one, all of one length; full scale is [-1, 1].</param>
    /// <exception cref="ArgumentException">There is no channel, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is out of range.</exception>
    public Waveform(int sampleRate, params float[][] channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, MaximumSampleRate);
        ArgumentNullException.ThrowIfNull(channels);
        if (channels.Length == 0 || channels.Any(c => c is null || c.Length != channels[0].Length))
        {
            throw new ArgumentException("Expected at least one channel and channels of one length.", nameof(channels));
        }

        SampleRate = sampleRate;
        _channels = channels;
    }

    /// <summary>The highest sample rate that is accepted, in hertz.</summary>
    public const int MaximumSampleRate = 768_000;

    /// <summary>Samples per second of each channel.</summary>
    public int SampleRate { get; }

    /// <summary>The number of channels, at least 1.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>The number of samples of each channel; may be 0.</summary>
    public int SampleCount => _channels[0].Length;

    /// <summary>The duration.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)SampleCount / SampleRate);

    /// <summary>
    /// What was unusual about its source, one readable sentence each: a file's <see cref="AudioReader.Notes"/>, or notes of the
    /// application. Predictions pass them on; preparation steps do not. Default: none.
    /// </summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The samples of one channel, in [-1, 1] at full scale; floating-point files may exceed it.</summary>
    /// <param name="index">The channel, 0 to <see cref="ChannelCount"/> - 1.</param>
    public ReadOnlySpan<float> Channel(int index) => _channels[index];
}
