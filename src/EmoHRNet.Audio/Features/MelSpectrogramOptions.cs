using System.Text.Json.Serialization;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features;

/// <summary>How a mel spectrogram is computed. Every option has the meaning that it has in torchaudio's <c>MelSpectrogram</c>.</summary>
public sealed record MelSpectrogramOptions : ValidatedOptions
{
    /// <summary>Samples per second; 1,000 to 768,000. Default 16,000.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>Samples of a Fourier transform; 2 to 65,536. Powers of two are fastest. Default 1,024.</summary>
    public int FftSize { get; init; } = 1024;

    /// <summary>Samples of the window, centered in the transform; 1 to <see cref="FftSize"/>. Default 1,024 (64 ms).</summary>
    public int WindowLength { get; init; } = 1024;

    /// <summary>Samples between two frames; 1 to 65,536. Default 256 (16 ms).</summary>
    public int HopLength { get; init; } = 256;

    /// <summary>The shape of the window, periodic. Default <see cref="WindowShape.Hann"/>.</summary>
    public WindowShape Window { get; init; } = WindowShape.Hann;

    /// <summary>The number of mel bands; 1 to 1,024. Default 64.</summary>
    public int BandCount { get; init; } = 64;

    /// <summary>The lower edge of the lowest band in hertz; 0 to below <see cref="MaxFrequency"/>. Default 0.</summary>
    public double MinFrequency { get; init; }

    /// <summary>The upper edge of the highest band in hertz, at most half the sample rate; null (the default) is half the sample rate.</summary>
    public double? MaxFrequency { get; init; }

    /// <summary>The formula of the mel scale. Default <see cref="Features.MelScale.Htk"/>.</summary>
    public MelScale MelScale { get; init; } = MelScale.Htk;

    /// <summary>The scaling of the filters. Default <see cref="FilterNormalization.None"/>.</summary>
    public FilterNormalization FilterNorm { get; init; } = FilterNormalization.None;

    /// <summary>The exponent of the magnitude spectrum that the bands sum: 1 (magnitude) or 2 (power, the default).</summary>
    public int Power { get; init; } = 2;

    /// <summary>The compression of the bands. Default <see cref="LogScale.Natural"/>.</summary>
    public LogScale Log { get; init; } = LogScale.Natural;

    /// <summary>
    /// The floor of the bands before the logarithm; above 0, at most 1. Default 1e-6, below the noise of a quiet room with
    /// full scale at [-1, 1], so that digital silence does not become an outlier.
    /// </summary>
    public double LogFloor { get; init; } = 1e-6;

    /// <summary>
    /// True (the default): frame t is centered on sample t · hop and the signal is padded by half a transform at both ends.
    /// False: frame t starts at sample t · hop, and a signal shorter than one transform has no frames.
    /// </summary>
    public bool Center { get; init; } = true;

    /// <summary>The content of the padding. Default <see cref="PaddingMode.Reflect"/>.</summary>
    public PaddingMode PadMode { get; init; } = PaddingMode.Reflect;

    /// <summary>
    /// How features are normalized, after the cosine transform for MFCCs, and before deltas are computed.
    /// Default <see cref="FeatureNormalization.PerUtterance"/>, which makes features independent of the recording level.
    /// </summary>
    public FeatureNormalization Normalization { get; init; } = FeatureNormalization.PerUtterance;

    /// <summary>The corpus statistics, one value per band; needed only for <see cref="FeatureNormalization.Corpus"/>.</summary>
    public BandStatistics? Statistics { get; init; }

    /// <summary>The upper edge of the highest band in hertz: <see cref="MaxFrequency"/>, or half the sample rate.</summary>
    [JsonIgnore]
    public double UpperFrequency => MaxFrequency ?? SampleRate / 2.0;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => CollectProblems(problems, BandCount);

    /// <summary>The number of frames of a signal.</summary>
    /// <param name="sampleCount">The number of samples, at least 0; zero samples give no frames.</param>
    public int FrameCount(long sampleCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sampleCount);
        long padded = sampleCount + (Center ? FftSize / 2 * 2L : 0);
        return sampleCount == 0 || padded < FftSize ? 0 : checked((int)(1 + ((padded - FftSize) / HopLength)));
    }

    /// <param name="problems">Receives the problems.</param>
    /// <param name="normalizedBands">The number of bands when they are normalized: mel bands or cepstral coefficients.</param>
    internal void CollectProblems(OptionProblems problems, int normalizedBands)
    {
        problems.Range(nameof(SampleRate), SampleRate, 1000, Waveform.MaximumSampleRate)
            .Range(nameof(FftSize), FftSize, 2, 65_536)
            .Range(nameof(WindowLength), WindowLength, 1, FftSize)
            .Range(nameof(HopLength), HopLength, 1, 65_536)
            .Defined(nameof(Window), Window)
            .Range(nameof(BandCount), BandCount, 1, 1024)
            .Require(MinFrequency >= 0 && MinFrequency < UpperFrequency, nameof(MinFrequency), MinFrequency, "0 to below MaxFrequency")
            .Require(UpperFrequency <= SampleRate / 2.0, nameof(MaxFrequency), MaxFrequency, "at most half the sample rate")
            .Defined(nameof(MelScale), MelScale)
            .Defined(nameof(FilterNorm), FilterNorm)
            .Range(nameof(Power), Power, 1, 2)
            .Defined(nameof(Log), Log)
            .Require(LogFloor is > 0 and <= 1, nameof(LogFloor), LogFloor, "above 0, at most 1")
            .Defined(nameof(PadMode), PadMode)
            .Defined(nameof(Normalization), Normalization);
        CollectStatisticsProblems(problems, normalizedBands);
    }

    private void CollectStatisticsProblems(OptionProblems problems, int bands)
    {
        if (Normalization != FeatureNormalization.Corpus)
        {
            return;
        }

        bool complete = Statistics is { Mean: not null, StandardDeviation: not null }
            && Statistics.Mean.Count == bands && Statistics.StandardDeviation.Count == bands
            && Statistics.Mean.All(float.IsFinite) && Statistics.StandardDeviation.All(d => d > 0 && float.IsFinite(d));
        problems.Require(
            complete,
            nameof(Statistics),
            Statistics is null ? null : $"{Statistics.Mean?.Count} means and {Statistics.StandardDeviation?.Count} deviations",
            $"{bands} finite means and as many deviations above 0, because Normalization is Corpus");
    }
}
