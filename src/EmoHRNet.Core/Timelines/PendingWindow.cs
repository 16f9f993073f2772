namespace EmoHRNet.Timelines;

/// <summary>A window on its way into the network.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Speech">Whether someone speaks around its middle.</param>
/// <param name="Values">[channels, bands, frames], row-major, normalized.</param>
internal sealed record PendingWindow(TimeSpan Start, TimeSpan End, WindowSpeech Speech, float[] Values);
