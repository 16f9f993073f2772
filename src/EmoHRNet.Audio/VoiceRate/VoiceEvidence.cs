using System.Numerics;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Statistics;

namespace EmoHRNet.Audio.VoiceRate;

/// <summary>Measures the spectra of a clip's vowels and how quickly they change: values that another sample rate shifts.</summary>
internal static class VoiceEvidence
{
    private const int MostFrames = 64;
    private const int FewestVoiced = 8;
    private const float Voiced = 0.5f;
    private const double Loud = 0.01; // -20 dB of the loudest frame
    private const double SpectrumSeconds = 0.06;

    /// <summary>
    /// For each coefficient of the <see cref="LogCepstrum"/>, over the voiced frames: the means, then the mean absolute changes from the
    /// first half of a frame to the second, then the standard deviations. Null where too little of the clip is voiced.
    /// </summary>
    public static double[]? Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        // A frame consists of two spectra that overlap by half.
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, SpectrumSeconds * sampleRate));
        int hop = length / 2;
        VoicingEstimator voicing = new(sampleRate);
        List<int> starts = [];
        foreach (int start in Loudest(samples, length + hop, hop))
        {
            if (voicing.Estimate(samples, start + ((length + hop) / 2)) >= Voiced)
            {
                starts.AddRange([start, start + hop]);
            }
        }

        return starts.Count < 2 * FewestVoiced ? null : Summarize(new LogCepstrum(sampleRate, length).Of(samples, [.. starts]));
    }

    private static double[] Summarize(double[][] cepstra)
    {
        (double[] First, double[] Second)[] frames = [.. cepstra.Chunk(2).Select(pair => (pair[0], pair[1]))];
        double[][] places = [.. Coefficients(k => frames.Select(frame => (frame.First[k] + frame.Second[k]) / 2))];
        IEnumerable<double[]> moves = Coefficients(k => frames.Select(frame => Math.Abs(frame.First[k] - frame.Second[k])));
        return [.. places.Concat(moves).Select(values => values.Average()), .. places.Select(Distribution.Deviation)];
    }

    private static IEnumerable<double[]> Coefficients(Func<int, IEnumerable<double>> values) =>
        Enumerable.Range(0, LogCepstrum.Count).Select(k => values(k).ToArray());

    /// <summary>The starts of frames that are not far below the loudest one, evenly subsampled.</summary>
    private static int[] Loudest(ReadOnlySpan<float> samples, int length, int hop)
    {
        double[] energies = new double[samples.Length < length ? 0 : 1 + ((samples.Length - length) / hop)];
        for (int i = 0; i < energies.Length; i++)
        {
            energies[i] = Levels.MeanSquare(samples.Slice(i * hop, length));
        }

        double least = energies.Length == 0 ? 0 : energies.Max() * Loud;
        int[] loud = [.. Enumerable.Range(0, energies.Length).Where(i => energies[i] > least).Select(i => i * hop)];
        int count = Math.Min(loud.Length, MostFrames);
        return [.. Enumerable.Range(0, count).Select(i => loud[(int)((long)i * loud.Length / count)])];
    }
}
