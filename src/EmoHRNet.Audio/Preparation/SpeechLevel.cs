namespace EmoHRNet.Audio.Preparation;

/// <summary>How loud the speech of a recording is, whatever its pauses and the silence around it.</summary>
/// <remarks>
/// The active speech level of ITU-T P.56. It is relative to the recording alone: a gain changes it by exactly that gain. An offset counts as
/// sound, so remove it first (<see cref="HighPassFilter"/>).
/// </remarks>
public static class SpeechLevel
{
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
