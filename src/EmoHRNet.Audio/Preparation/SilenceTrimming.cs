namespace EmoHRNet.Audio.Preparation;

/// <summary>Finds the start and end of the signal in a clip, by the energy of short frames relative to the loudest one.</summary>
internal static class SilenceTrimming
{
    /// <summary>The range of samples to keep; all of them in digital silence.</summary>
    public static Range FindSound(ReadOnlySpan<float> samples, int sampleRate, SilenceTrimOptions options)
    {
        int hop = Math.Max(1, (int)(SilenceTrimOptions.HopSeconds * sampleRate));
        int length = Math.Max(hop, (int)(SilenceTrimOptions.FrameSeconds * sampleRate));
        double[] energies = Energies(samples, length, hop);
        double threshold = energies.DefaultIfEmpty().Max() * Math.Pow(10, options.ThresholdDecibels / 10);
        if (threshold <= 0)
        {
            return Range.All;
        }

        int first = Array.FindIndex(energies, e => e >= threshold);
        int last = Array.FindLastIndex(energies, e => e >= threshold);
        int margin = (int)(options.MarginSeconds * sampleRate);
        int start = Math.Max(0, (first * hop) - margin);
        int end = (int)Math.Min(samples.Length, ((long)last * hop) + length + margin);
        return start..end;
    }

    /// <summary>The mean square of each frame; the last frame may be shorter.</summary>
    private static double[] Energies(ReadOnlySpan<float> samples, int length, int hop)
    {
        double[] energies = new double[samples.Length == 0 ? 0 : 1 + (Math.Max(0, samples.Length - length + hop - 1) / hop)];
        for (int i = 0; i < energies.Length; i++)
        {
            ReadOnlySpan<float> frame = samples[(i * hop)..];
            frame = frame[..Math.Min(length, frame.Length)];
            energies[i] = Levels.MeanSquare(frame);
        }

        return energies;
    }
}
