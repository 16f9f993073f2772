namespace EmoHRNet.Audio.Tests.Augmentation;

internal static class Signals
{
    public static float[] Sine(int length, int sampleRate, double frequency, float amplitude = 1) =>
        [.. Enumerable.Range(0, length).Select(i => amplitude * (float)Math.Sin(2 * Math.PI * frequency * i / sampleRate))];

    public static double Energy(IEnumerable<float> values) => values.Sum(v => (double)v * v);
}
