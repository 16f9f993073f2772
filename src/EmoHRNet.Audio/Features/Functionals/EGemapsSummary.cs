using static EmoHRNet.Audio.Features.Functionals.Contour;

namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The 88 names of eGeMAPSv02 and their values, in openSMILE's order. Each part writes its names together with its values.</summary>
internal sealed class EGemapsSummary
{
    private const double FramesPerSecond = (double)ContourExtractor.SampleRate / ContourExtractor.Hop;

    private static readonly (Contour Contour, string Name)[] Everywhere =
        [(Flux, "spectralFlux"), (Mfcc1, "mfcc1"), (Mfcc2, "mfcc2"), (Mfcc3, "mfcc3"), (Mfcc4, "mfcc4")];

    private static readonly (Contour Contour, string Name)[] WhereVoiced =
    [
        (Jitter, "jitterLocal"), (Shimmer, "shimmerLocaldB"), (HarmonicsToNoise, "HNRdBACF"), (H1H2, "logRelF0-H1-H2"), (H1A3, "logRelF0-H1-A3"),
        (F1Frequency, "F1frequency"), (F1Bandwidth, "F1bandwidth"), (F1Amplitude, "F1amplitudeLogRelF0"),
        (F2Frequency, "F2frequency"), (F2Bandwidth, "F2bandwidth"), (F2Amplitude, "F2amplitudeLogRelF0"),
        (F3Frequency, "F3frequency"), (F3Bandwidth, "F3bandwidth"), (F3Amplitude, "F3amplitudeLogRelF0"),
        (AlphaRatio, "alphaRatioV"), (HammarbergIndex, "hammarbergIndexV"), (LowSlope, "slopeV0-500"), (HighSlope, "slopeV500-1500"),
        (Flux, "spectralFluxV"), (Mfcc1, "mfcc1V"), (Mfcc2, "mfcc2V"), (Mfcc3, "mfcc3V"), (Mfcc4, "mfcc4V"),
    ];

    private static readonly (Contour Contour, string Name)[] WhereUnvoiced =
    [
        (AlphaRatio, "alphaRatioUV"), (HammarbergIndex, "hammarbergIndexUV"), (LowSlope, "slopeUV0-500"), (HighSlope, "slopeUV500-1500"),
        (Flux, "spectralFluxUV"),
    ];

    private readonly Contours _contours;
    private readonly List<(string Name, float Value)> _values = [];

    private EGemapsSummary(Contours contours) => _contours = contours;

    /// <summary>Names and values of an utterance.</summary>
    /// <param name="contours">Its contours.</param>
    /// <param name="meanSquare">The mean square of its samples.</param>
    public static IReadOnlyList<(string Name, float Value)> Of(Contours contours, double meanSquare)
    {
        EGemapsSummary summary = new(contours);
        summary.AddFull("F0semitoneFrom27.5Hz_sma3nz", contours.Smooth(Pitch, voiced: true));
        TurningPoints loudness = summary.AddFull("loudness_sma3", contours.Smooth(Contour.Loudness, voiced: null));
        summary.AddMoments(Everywhere, voiced: null);
        summary.AddMoments(WhereVoiced, voiced: true);
        foreach ((Contour contour, string name) in WhereUnvoiced)
        {
            summary.Add($"{name}_sma3nz_amean", ContourStatistics.Mean(contours.Smooth(contour, voiced: false)));
        }

        summary.AddTiming(loudness.PeakCount);
        summary.Add("equivalentSoundLevel_dBp", meanSquare > 0 ? Math.Max(10 * Math.Log10(meanSquare), LeastLevel) : LeastLevel);
        return summary._values;
    }

    private const double LeastLevel = -200;

    private void Add(string name, double value) => _values.Add((name, (float)value));

    private TurningPoints AddFull(string name, float[] contour)
    {
        float[] sorted = ContourStatistics.Sort(contour);
        (double low, double high) = (ContourStatistics.Quantile(sorted, 0.2), ContourStatistics.Quantile(sorted, 0.8));
        TurningPoints turns = TurningPoints.Find(contour);
        Add($"{name}_amean", ContourStatistics.Mean(contour));
        Add($"{name}_stddevNorm", ContourStatistics.NormalizedDeviation(contour));
        Add($"{name}_percentile20.0", low);
        Add($"{name}_percentile50.0", ContourStatistics.Quantile(sorted, 0.5));
        Add($"{name}_percentile80.0", high);
        Add($"{name}_pctlrange0-2", high - low);
        AddSlopes($"{name}_meanRisingSlope", $"{name}_stddevRisingSlope", turns.Rising);
        AddSlopes($"{name}_meanFallingSlope", $"{name}_stddevFallingSlope", turns.Falling);
        return turns;
    }

    private void AddSlopes(string mean, string deviation, IReadOnlyList<float> perFrame)
    {
        float[] slopes = [.. perFrame];
        Add(mean, ContourStatistics.Mean(slopes) * FramesPerSecond);
        Add(deviation, ContourStatistics.Deviation(slopes) * FramesPerSecond);
    }

    private void AddMoments((Contour Contour, string Name)[] contours, bool? voiced)
    {
        string suffix = voiced is null ? "sma3" : "sma3nz";
        foreach ((Contour contour, string name) in contours)
        {
            float[] values = _contours.Smooth(contour, voiced);
            Add($"{name}_{suffix}_amean", ContourStatistics.Mean(values));
            Add($"{name}_{suffix}_stddevNorm", ContourStatistics.NormalizedDeviation(values));
        }
    }

    private void AddTiming(int peaks)
    {
        float[] voiced = VoicedSegments.Lengths(_contours.Voiced, wanted: true);
        float[] unvoiced = VoicedSegments.Lengths(_contours.Voiced, wanted: false);
        double seconds = _contours.FrameCount / FramesPerSecond;
        Add("loudnessPeaksPerSec", peaks / seconds);
        Add("VoicedSegmentsPerSec", voiced.Length / seconds);
        Add("MeanVoicedSegmentLengthSec", ContourStatistics.Mean(voiced) / FramesPerSecond);
        Add("StddevVoicedSegmentLengthSec", ContourStatistics.Deviation(voiced) / FramesPerSecond);
        Add("MeanUnvoicedSegmentLength", ContourStatistics.Mean(unvoiced) / FramesPerSecond);
        Add("StddevUnvoicedSegmentLength", ContourStatistics.Deviation(unvoiced) / FramesPerSecond);
    }
}
