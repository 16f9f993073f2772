using EmoHRNet.Audio.Features;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes the normalization of features over the frames of each clip, and zeros after its end.</summary>
internal sealed class NormalizationGraph(SignalWriter signal, MelSpectrogramOptions options, int rows)
{
    // A deviation below this share of the mean is rounding error, as in silence; the same limit as in BandStatistics.
    private const double SmallestShare = 1e-6;

    /// <param name="frames">The frames of each clip; values after its end are ignored.</param>
    /// <param name="longest">The number of frames of the longest clip.</param>
    public Frames Write(Frames frames, string longest)
    {
        string places = signal.Range(signal.Whole(0), longest);
        string inside = signal.Unsqueeze(signal.ToFloat(signal.IsLess(places, frames.Counts)), -1);
        string normalized = options.Normalization switch
        {
            FeatureNormalization.None => frames.Values,
            FeatureNormalization.PerUtterance => Standardize(frames, inside, 1, 2),
            FeatureNormalization.PerUtteranceBand => Standardize(frames, inside, 1),
            FeatureNormalization.Corpus => Scale(frames.Values, options.Statistics!),
            _ => throw Inexpressible.Option($"{nameof(options.Normalization)} = {options.Normalization}"),
        };
        return frames with { Values = signal.Multiply(normalized, inside) };
    }

    /// <summary>Zero mean and unit variance over the given axes, which include the frames of each clip.</summary>
    private string Standardize(Frames frames, string inside, params long[] axes)
    {
        bool overBands = axes.Length > 1;
        string values = signal.Maximum(signal.Whole(1), signal.Multiply(frames.Counts, signal.Whole(overBands ? rows : 1)));
        string count = signal.Unsqueeze(signal.ToFloat(values), -1);
        // Sums are relative to the first value, so that equal values give exactly zero without rounding errors.
        string firstFrame = signal.Slice(frames.Values, 0, 1, axis: 1);
        string first = overBands ? signal.Slice(firstFrame, 0, 1, axis: 2) : firstFrame;
        string shifted = signal.Subtract(frames.Values, first);
        string shift = signal.Divide(signal.Sum(signal.Multiply(shifted, inside), axes), count);
        string centered = signal.Multiply(signal.Subtract(shifted, shift), inside);
        string variance = signal.Divide(signal.Sum(signal.Multiply(centered, centered), axes), count);
        return signal.Divide(centered, Divisor(signal.SquareRoot(variance), signal.Add(first, shift)));
    }

    private string Divisor(string deviation, string mean)
    {
        string share = signal.Multiply(signal.Absolute(mean), signal.Number(SmallestShare));
        string least = signal.Maximum(share, signal.Number(1e-30));
        return signal.Choose(signal.IsGreater(deviation, least), deviation, signal.Number(1));
    }

    private string Scale(string values, BandStatistics statistics)
    {
        string mean = signal.Table("band_means", [rows], [.. statistics.Mean]);
        string factor = signal.Table("band_factors", [rows], [.. statistics.StandardDeviation.Select(deviation => 1 / deviation)]);
        return signal.Multiply(signal.Subtract(values, mean), factor);
    }
}
