using System.Buffers;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>
/// The common steps of all extractors: rows of values per frame (<see cref="IFrameAnalyzer"/>), normalization, and channels,
/// which also depend on neighboring frames. Immutable and thread-safe.
/// </summary>
internal sealed class FeaturePipeline
{
    private readonly FeatureOptions _options;
    private readonly IFrameAnalyzer _bands;
    private readonly ProsodyAnalyzer? _prosody;
    private readonly ProsodyChannels? _prosodyChannels;
    private readonly ArticulationAnalyzer? _articulation;
    private readonly ArticulationChannels? _articulationChannels;

    /// <param name="options">Valid options.</param>
    public FeaturePipeline(FeatureOptions options)
    {
        _options = options;
        _bands = options.Kind == FeatureKind.Mfcc ? new CepstrumAnalyzer(options.Mel, options.Mfcc) : new MelAnalyzer(options.Mel);
        MelSpectrogramOptions mel = options.Mel;
        int center = mel.Center ? 0 : mel.FftSize / 2;
        if (options.Prosody is { } prosody)
        {
            _prosody = new ProsodyAnalyzer(prosody, mel.SampleRate, mel.HopLength, center);
            _prosodyChannels = new ProsodyChannels(prosody, BandCount);
        }

        if (options.Articulation is { } articulation)
        {
            _articulation = new ArticulationAnalyzer(articulation, mel.SampleRate, mel.HopLength, center);
            _articulationChannels = new ArticulationChannels(articulation, mel.SampleRate, BandCount);
        }
    }

    public int SampleRate => _options.Mel.SampleRate;

    public int HopLength => _options.Mel.HopLength;

    public int BandCount => _options.BandCount;

    public int ChannelCount => _options.ChannelCount;

    /// <summary>The number of rows, the values of a frame before they become channels.</summary>
    public int RowCount => BandCount + (_prosody?.RowCount ?? 0) + (_articulation?.RowCount ?? 0);

    /// <summary>The number of frames on either side that the channels of a frame depend on.</summary>
    public int Context => Math.Max(_options.DeltaOrder * _options.DeltaRadius, _prosody is null ? 0 : PitchCorrection.Radius);

    public int FrameCount(long sampleCount) => _options.Mel.FrameCount(sampleCount);

    /// <summary>The first sample that a frame reads, and the one after the last; mirroring at the start may need later samples.</summary>
    public (long Start, long End) Reach(long frame)
    {
        long start = _bands.Start(frame);
        long end = Math.Max(start + _bands.SampleCount, 1 - start);
        Include(_prosody, ref start, ref end);
        Include(_articulation, ref start, ref end);
        return (start, end);

        void Include(IFrameAnalyzer? analyzer, ref long start, ref long end)
        {
            if (analyzer is not null)
            {
                (start, end) = (Math.Min(start, analyzer.Start(frame)), Math.Max(end, analyzer.Start(frame) + analyzer.SampleCount));
            }
        }
    }

    public Spectrogram Extract(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        int frames = FrameCount(samples.Length);
        Spectrogram result = new(ChannelCount, BandCount, frames);
        if (ChannelCount == 1)
        {
            AnalyzeRows(samples, 0, samples.Length, 0, result.Values);
            return result;
        }

        float[] rented = ArrayPool<float>.Shared.Rent(RowCount * frames);
        Span<float> rows = rented.AsSpan(0, RowCount * frames);
        AnalyzeRows(samples, 0, samples.Length, 0, rows);
        MakeChannels(rows, 0, result);
        ArrayPool<float>.Shared.Return(rented);
        return result;
    }

    /// <summary>Computes and normalizes the rows of consecutive frames.</summary>
    /// <param name="samples">The available samples.</param>
    /// <param name="first">The index of the first one in the signal.</param>
    /// <param name="length">The number of samples of the whole signal; <see cref="long.MaxValue"/> while it is unknown.</param>
    /// <param name="firstFrame">The first frame to compute.</param>
    /// <param name="rows">Receives [row, frame]; as many frames as fit.</param>
    public void AnalyzeRows(ReadOnlySpan<float> samples, long first, long length, long firstFrame, Span<float> rows)
    {
        int frames = rows.Length / RowCount;
        Span<float> bands = rows[..(BandCount * frames)];
        _bands.Analyze(new PaddedSignal(samples, _options.Mel.PadMode, first, length), firstFrame, bands);
        SpectrogramNormalization.Apply(bands, BandCount, _options.Mel.Normalization, _options.Mel.Statistics);
        if (_prosody is not null)
        {
            Span<float> prosody = rows.Slice(bands.Length, _prosody.RowCount * frames);
            _prosody.Analyze(new PaddedSignal(samples, PaddingMode.Zero, first, length), firstFrame, prosody);
            if (_options.Mel.Normalization is FeatureNormalization.PerUtterance or FeatureNormalization.PerUtteranceBand)
            {
                SpectrogramNormalization.Standardize(ProsodyAnalyzer.Energy(prosody));
            }
        }

        _articulation?.Analyze(new PaddedSignal(samples, PaddingMode.Zero, first, length), firstFrame, rows[^(_articulation.RowCount * frames)..]);
    }

    /// <summary>Computes the channels of consecutive frames.</summary>
    /// <param name="rows">[row, frame]: the frames, and <see cref="Context"/> more on either side where the signal has them.</param>
    /// <param name="from">The index in <paramref name="rows"/> of the first frame of the result.</param>
    /// <param name="result">Receives the frames, as many as it has room for.</param>
    public void MakeChannels(ReadOnlySpan<float> rows, int from, Spectrogram result)
    {
        int frames = rows.Length / RowCount;
        float[] slopes = ArrayPool<float>.Shared.Rent(frames);
        float[] next = ArrayPool<float>.Shared.Rent(frames);
        for (int band = 0; band < BandCount; band++)
        {
            ReadOnlySpan<float> row = rows.Slice(band * frames, frames);
            row.Slice(from, result.FrameCount).CopyTo(result.Band(0, band));
            for (int order = 1; order <= _options.DeltaOrder; order++)
            {
                DeltaFilter.Apply(row, _options.DeltaRadius, next.AsSpan(0, frames));
                (slopes, next) = (next, slopes);
                row = slopes.AsSpan(0, frames);
                row.Slice(from, result.FrameCount).CopyTo(result.Band(order, band));
            }
        }

        ArrayPool<float>.Shared.Return(slopes);
        ArrayPool<float>.Shared.Return(next);
        int channel = 1 + _options.DeltaOrder;
        _prosodyChannels?.Draw(rows.Slice(BandCount * frames, _prosody!.RowCount * frames), from, result, channel);
        channel += _prosody is null ? 0 : ProsodyChannels.Count;
        _articulationChannels?.Draw(rows[^(_articulation!.RowCount * frames)..], from, result, channel);
    }
}
