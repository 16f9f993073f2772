namespace EmoHRNet.Timelines;

/// <summary>The probabilities of a window before merging into segments.</summary>
/// <param name="Center">The middle of the window.</param>
/// <param name="IsSpeech">Whether someone speaks around the middle.</param>
/// <param name="Probabilities">The probability of each label.</param>
internal sealed record WindowResult(TimeSpan Center, bool IsSpeech, float[] Probabilities);
