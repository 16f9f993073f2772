namespace EmoHRNet.Timelines;

/// <summary>Whether someone speaks around the middle of a window.</summary>
/// <param name="IsSpeech">The verdict.</param>
/// <param name="Probability">What the detector of speech said; null where it was not asked or could not tell.</param>
internal readonly record struct WindowSpeech(bool IsSpeech, float? Probability);
