namespace EmoHRNet;

/// <summary>The prediction for one window of a recording; windows overlap.</summary>
/// <param name="Start">Where the window starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsSpeech">Whether someone speaks around its middle.</param>
/// <param name="Prediction">The window's own probabilities, before smoothing.</param>
public sealed record EmotionWindow(TimeSpan Start, TimeSpan End, bool IsSpeech, EmotionPrediction Prediction)
{
    /// <summary>
    /// The probability that there is speech around its middle, 0 to 1; null if the speech detector is off or the window is too short.
    /// </summary>
    public float? SpeechProbability { get; init; }
}
