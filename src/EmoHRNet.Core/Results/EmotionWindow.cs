namespace EmoHRNet;

/// <summary>What the network said of one window of a recording; windows overlap.</summary>
/// <param name="Start">Where the window starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsSpeech">Whether someone speaks around its middle.</param>
/// <param name="Prediction">The window's own probabilities, before smoothing.</param>
public sealed record EmotionWindow(TimeSpan Start, TimeSpan End, bool IsSpeech, EmotionPrediction Prediction);
