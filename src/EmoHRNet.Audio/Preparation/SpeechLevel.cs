namespace EmoHRNet.Audio.Preparation;

/// <summary>How loud the speech of a recording is, whatever its pauses and the silence around it.</summary>
/// <remarks>
/// The active speech level of ITU-T P.56. It is relative to the recording alone: a gain changes it by exactly that gain. An offset counts as
/// sound, so remove it first (<see cref="HighPassFilter"/>).
/// </remarks>
public static class SpeechLevel
{
    /// <summary>The time constant of each of the two poles of the envelope, in seconds.</summary>
    public const double EnvelopeSeconds = 0.03;

    /// <summary>How long speech goes on after the envelope has fallen below a threshold, in seconds.</summary>
    public const double HangoverSeconds = 0.2;

    /// <summary>How far the threshold lies below the level that it leads to, in decibels.</summary>
    public const double MarginDecibels = 15.9;

    /// <summary>The number of thresholds.</summary>
    public const int ThresholdCount = 24;

    /// <summary>A threshold as a share of the peak. In steps of 3 dB: half of the published ones, for the interpolation between two.</summary>
    /// <param name="threshold">Its number, 0 (the lowest) to <see cref="ThresholdCount"/> - 1.</param>
    public static double ThresholdShare(int threshold) => Math.Pow(2, (threshold - ThresholdCount) / 2.0);

    /// <summary>The level in decibels of full scale.</summary>
    /// <param name="samples">The samples of one channel in [-1, 1].</param>
    /// <param name="sampleRate">Their sample rate in hertz.</param>
    /// <returns>About -3 for a full-scale sine; negative infinity where there is no sound.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is not positive.</exception>
    public static double Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        return 10 * Math.Log10(ActiveSpeechLevel.MeanSquare(samples, sampleRate));
    }
}
