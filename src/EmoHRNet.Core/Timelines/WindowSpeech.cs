namespace EmoHRNet.Timelines;

/// <summary>Whether someone speaks around the middle of a window.</summary>
/// <param name="IsSpeech">The decision.</param>
/// <param name="Probability">The result of the speech detector; null if it was off or the window too short.</param>
internal readonly record struct WindowSpeech(bool IsSpeech, float? Probability);
