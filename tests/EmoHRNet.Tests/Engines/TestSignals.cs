namespace EmoHRNet.Tests;

/// <summary>Signals at 16 kHz that differ from window to window.</summary>
internal static class TestSignals
{
    /// <summary>A tone that rises and falls.</summary>
    public static float[] Chirp(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(0.3 * Math.Sin((0.05 * (i + 1)) + (40 * Math.Sin(i / 6000.0)))))];

    /// <summary>Voiced bursts at a syllable rate with moving pitch.</summary>
    public static float[] Speech(int seconds) => [.. Enumerable.Range(0, seconds * 16_000).Select(i =>
        (float)(0.3 * Math.Max(0.05, Math.Sin(i / 900.0)) * Math.Sin((0.06 * i) + (30 * Math.Sin(i / 9000.0)))))];
}
