namespace EmoHRNet.Timelines;

/// <summary>What one network said of a window.</summary>
/// <param name="Start">Where the window starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Speech">Whether someone speaks around its middle.</param>
/// <param name="Probabilities">The probability of each label.</param>
internal sealed record ClassifiedWindow(TimeSpan Start, TimeSpan End, WindowSpeech Speech, float[] Probabilities);
