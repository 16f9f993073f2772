namespace EmoHRNet.Timelines;

/// <summary>The result of one network for a window.</summary>
/// <param name="Start">The start of the window.</param>
/// <param name="End">The end of the window.</param>
/// <param name="Speech">Whether someone speaks around its middle.</param>
/// <param name="Probabilities">The probability of each label.</param>
internal sealed record ClassifiedWindow(TimeSpan Start, TimeSpan End, WindowSpeech Speech, float[] Probabilities);
