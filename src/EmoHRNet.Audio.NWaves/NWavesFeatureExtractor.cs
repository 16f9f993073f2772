using System.Collections.Concurrent;
using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Preparation;
using NWaves.FeatureExtractors.Base;
using IFeatureExtractor = EmoHRNet.Audio.Features.IFeatureExtractor;

namespace EmoHRNet.Audio.NWaves;

/// <summary>Adapts any feature extractor of NWaves to <see cref="IFeatureExtractor"/>: one feature becomes one band.</summary>
/// <remarks>
/// Thread-safe, although NWaves' extractors are not, because they keep buffers: each call takes an extractor from a pool, and creates one
/// if none is free.
/// </remarks>
public sealed class NWavesFeatureExtractor : IFeatureExtractor
{
    private readonly Func<FeatureExtractor> _create;
    private readonly ConcurrentBag<FeatureExtractor> _free = [];
    private readonly PaddingMode _padMode;
    private readonly int _frameSize;
    private readonly int? _before;

    /// <summary>Wraps an extractor.</summary>
    /// <param name="create">Creates an extractor; called once here and once for every further concurrent call.</param>
    /// <param name="center">
    /// True: frame t is centered on sample t · hop, as in torchaudio. False: frame t starts there, as in NWaves, and a signal shorter than
    /// a frame has no frames.
    /// </param>
    /// <param name="padMode">The padding outside the signal, if frames are centered.</param>
    public NWavesFeatureExtractor(Func<FeatureExtractor> create, bool center = true, PaddingMode padMode = PaddingMode.Reflect)
        : this(create, Made(create), center, padMode, before: null)
    {
    }

    internal NWavesFeatureExtractor(Func<FeatureExtractor> create, PaddingMode padMode, int before)
        : this(create, Made(create), center: true, padMode, before)
    {
    }

    private NWavesFeatureExtractor(Func<FeatureExtractor> create, FeatureExtractor first, bool center, PaddingMode padMode, int? before)
    {
        (_create, _padMode, _frameSize) = (create, padMode, first.FrameSize);
        _before = center ? before ?? _frameSize / 2 : null;
        (SampleRate, BandCount, HopLength) = (first.SamplingRate, first.FeatureCount, first.HopSize);
        Name = Describe(first);
        _free.Add(first);
    }

    /// <summary>
    /// The extractor's name in model files. Default: NWaves' type, rate, frames and features. Set it where other settings matter:
    /// <c>Name = "PLP of order 12"</c>.
    /// </summary>
    public string Name { get; init; }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <inheritdoc/>
    public int ChannelCount => 1;

    /// <inheritdoc/>
    public int BandCount { get; }

    /// <inheritdoc/>
    public int HopLength { get; }

    /// <inheritdoc/>
    public int FrameCount(int sampleCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sampleCount);
        int covered = _before is null ? sampleCount - _frameSize : sampleCount;
        return sampleCount == 0 || covered < 0 ? 0 : 1 + (covered / HopLength);
    }

    /// <inheritdoc/>
    public Spectrogram Extract(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        var result = new Spectrogram(1, BandCount, FrameCount(samples.Length));
        if (result.FrameCount > 0)
        {
            Fill(result, Padded(samples, result.FrameCount));
        }

        return result;
    }

    private static FeatureExtractor Made(Func<FeatureExtractor> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return create() ?? throw new ArgumentException("Expected a feature extractor; found null.", nameof(create));
    }

    private string Describe(FeatureExtractor first) => string.Create(
        CultureInfo.InvariantCulture,
        $"NWaves {first.GetType().Name}: {BandCount} features, frame {_frameSize}, hop {HopLength}, {SampleRate} Hz, {(_before is null ? "not centered" : _padMode.ToString())}");

    private float[] Padded(ReadOnlySpan<float> samples, int frameCount)
    {
        int length = ((frameCount - 1) * HopLength) + _frameSize;
        return new PaddedSignal(samples, _padMode, 0, samples.Length).Read(-(_before ?? 0), length, new float[length]).ToArray();
    }

    private void Fill(Spectrogram result, float[] padded)
    {
        float[][] vectors = [.. Enumerable.Range(0, result.FrameCount).Select(_ => new float[BandCount])];
        FeatureExtractor extractor = _free.TryTake(out FeatureExtractor? free) ? free : _create();
        extractor.Reset();
        extractor.ComputeFrom(padded, 0, padded.Length, vectors);
        _free.Add(extractor);
        for (int band = 0; band < BandCount; band++)
        {
            Span<float> frames = result.Band(0, band);
            for (int frame = 0; frame < frames.Length; frame++)
            {
                frames[frame] = vectors[frame][band];
            }
        }
    }
}
