namespace EmoHRNet.Timelines;

/// <summary>A window that waits for the network.</summary>
/// <param name="Start">The start of the window.</param>
/// <param name="End">The end of the window.</param>
/// <param name="Speech">Whether someone speaks around its middle.</param>
/// <param name="Values">[channels, bands, frames], row-major, normalized.</param>
internal sealed record PendingWindow(TimeSpan Start, TimeSpan End, WindowSpeech Speech, float[] Values);
