using System.Numerics;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Transforms;
using NWaves.FeatureExtractors.Options;
using NWaves.Filters.Fda;
using NWaves.Windows;
using static System.FormattableString;

namespace EmoHRNet.Audio.NWaves;

/// <summary>Computes mel spectrograms like <see cref="MelSpectrogramExtractor"/>, and equal to torchaudio's, with NWaves' transform and filters.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class NWavesMelSpectrogramExtractor : IFeatureExtractor
{
    private readonly MelSpectrogramOptions _options;
    private readonly NWavesFeatureExtractor _extractor;

    /// <summary>Prepares the extractor.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="InvalidOptionsException">
    /// An option is out of range, or NWaves cannot express it: its transforms need powers of two, and it does not pad frames to them.
    /// </exception>
    public NWavesMelSpectrogramExtractor(MelSpectrogramOptions? options = null)
    {
        _options = options ?? new MelSpectrogramOptions();
        _options.Validate();
        new OptionProblems()
            .Require(BitOperations.IsPow2(_options.FftSize), nameof(_options.FftSize), _options.FftSize, "a power of two for NWaves")
            .Require(
                _options.Center || _options.WindowLength == _options.FftSize,
                nameof(_options.WindowLength),
                _options.WindowLength,
                "FftSize for NWaves when frames are not centered")
            .ThrowIfAny(nameof(MelSpectrogramOptions));
        _extractor = Create(_options);
    }

    /// <inheritdoc/>
    public string Name => string.Join(", ", ((string[])
    [
        Invariant($"NWaves mel: {_options.BandCount} bands {_options.MinFrequency} to {_options.UpperFrequency} Hz"),
        Invariant($"{_options.MelScale}, filters {_options.FilterNorm}, power {_options.Power}, {_options.Log} from {_options.LogFloor}"),
        Invariant($"FFT {_options.FftSize}, window {_options.WindowLength} {_options.Window}, hop {_options.HopLength}, {_options.SampleRate} Hz"),
        Invariant($"{(_options.Center ? _options.PadMode.ToString() : "not centered")}, normalized {_options.Normalization}"),
    ]));

    /// <inheritdoc/>
    public int SampleRate => _options.SampleRate;

    /// <inheritdoc/>
    public int ChannelCount => 1;

    /// <inheritdoc/>
    public int BandCount => _options.BandCount;

    /// <inheritdoc/>
    public int HopLength => _options.HopLength;

    /// <inheritdoc/>
    public int FrameCount(int sampleCount) => _extractor.FrameCount(sampleCount);

    /// <inheritdoc/>
    public Spectrogram Extract(ReadOnlySpan<float> samples)
    {
        Spectrogram result = _extractor.Extract(samples);
        if (_options.Log != LogScale.None)
        {
            TakeLogarithm(result.Values);
        }

        SpectrogramNormalization.Apply(result.Values, BandCount, _options.Normalization, _options.Statistics);
        return result;
    }

    private static NWavesFeatureExtractor Create(MelSpectrogramOptions options)
    {
        var settings = new FilterbankOptions
        {
            SamplingRate = options.SampleRate,
            FrameSize = options.WindowLength,
            HopSize = options.HopLength,
            FilterBank = Filters(options),
            SpectrumType = options.Power == 2 ? SpectrumType.Power : SpectrumType.Magnitude,
            NonLinearity = NonLinearityType.None,
            Window = WindowType.Rectangular,
        };
        float[] window = WindowFunction.Create(options.Window, options.WindowLength);
        WindowedFilterbankExtractor Make() => new(settings, window);

        // torchaudio centers the window in the transform; NWaves puts it first. Both cover the same samples.
        int before = (options.FftSize / 2) - ((options.FftSize - options.WindowLength) / 2);
        return options.Center
            ? new NWavesFeatureExtractor(Make, options.PadMode, before)
            : new NWavesFeatureExtractor(Make, center: false);
    }

    /// <summary>Triangles that are linear in hertz; NWaves' default ones are linear in mel.</summary>
    private static float[][] Filters(MelSpectrogramOptions options)
    {
        (double, double, double)[] bands = options.MelScale == MelScale.Htk
            ? FilterBanks.MelBands(options.BandCount, options.SampleRate, options.MinFrequency, options.UpperFrequency)
            : FilterBanks.MelBandsSlaney(options.BandCount, options.SampleRate, options.MinFrequency, options.UpperFrequency);
        float[][] filters = FilterBanks.Triangular(options.FftSize, options.SampleRate, bands);
        if (options.FilterNorm == FilterNormalization.Slaney)
        {
            FilterBanks.Normalize(options.BandCount, bands, filters);
        }

        return filters;
    }

    private void TakeLogarithm(Span<float> values)
    {
        double factor = _options.Log == LogScale.Decibel ? 20 / Math.Log(10) / _options.Power : 1;
        foreach (ref float value in values)
        {
            value = (float)(factor * Math.Log(Math.Max(value, _options.LogFloor)));
        }
    }
}
