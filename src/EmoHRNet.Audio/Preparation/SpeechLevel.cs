namespace EmoHRNet.Audio.Preparation;

/// <summary>The level of the speech in a recording, independent of pauses and surrounding silence.</summary>
/// <remarks>
/// The active speech level of ITU-T P.56. Its thresholds are relative to the peak, so a gain changes it by exactly that gain. An offset
/// counts as signal, so remove it first (<see cref="HighPassFilter"/>).
/// </remarks>
public static class SpeechLevel
{
    /// <summary>The time constant of each of the two poles of the envelope, in seconds.</summary>
    public const double EnvelopeSeconds = 0.03;

    /// <summary>The hangover: how long samples count as speech after the envelope has fallen below a threshold, in seconds.</summary>
    public const double HangoverSeconds = 0.2;

    /// <summary>The margin: how far the threshold lies below the level computed with it, in decibels.</summary>
    public const double MarginDecibels = 15.9;

    /// <summary>The number of thresholds.</summary>
    public const int ThresholdCount = 24;

    /// <summary>A threshold as a share of the peak, in steps of 3 dB: half of the standard's, for finer interpolation.</summary>
    /// <param name="threshold">Its number, 0 (the lowest) to <see cref="ThresholdCount"/> - 1.</param>
    public static double ThresholdShare(int threshold) => Math.Pow(2, (threshold - ThresholdCount) / 2.0);

    /// <summary>The level in decibels of full scale.</summary>
    /// <param name="samples">The samples of one channel in [-1, 1].</param>
    /// <param name="sampleRate">Their sample rate in hertz.</param>
    /// <returns>About -3 for a full-scale sine; negative infinity for silence.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is not positive.</exception>
    public static double Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        return 10 * Math.Log10(ActiveSpeechLevel.MeanSquare(samples, sampleRate));
    }
}
