namespace EmoHRNet.Timelines;

/// <summary>What the network said of a window, on its way into segments.</summary>
/// <param name="Center">The middle of the window.</param>
/// <param name="IsSpeech">Whether someone speaks around the middle.</param>
/// <param name="Probabilities">The probability of each label.</param>
internal sealed record WindowResult(TimeSpan Center, bool IsSpeech, float[] Probabilities);
