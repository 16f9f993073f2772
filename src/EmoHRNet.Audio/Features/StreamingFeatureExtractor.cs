using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Features;

/// <summary>Extracts features while samples arrive: bit for bit the frames of the whole signal, for chunks of any length.</summary>
/// <remarks>
/// One instance processes one stream. It keeps only the samples and frames that later frames need. Normalization per utterance is
/// rejected, because the utterance is not known. Not thread-safe.
/// </remarks>
public sealed class StreamingFeatureExtractor
{
    private readonly FeaturePipeline _pipeline;
    private float[] _samples = [];
    private float[] _rows = [];
    private long _firstSample;
    private long _sampleCount;
    private long _firstRow;
    private long _rowCount;
    private bool _completed;

    /// <summary>Prepares windows, filters and transforms.</summary>
    /// <param name="options">The features, with normalization <c>None</c> or <c>Corpus</c>.</param>
    /// <exception cref="InvalidOptionsException">An option is out of range, or the normalization needs the whole utterance.</exception>
    public StreamingFeatureExtractor(FeatureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        new OptionProblems()
            .Require(
                options.Mel.Normalization is FeatureNormalization.None or FeatureNormalization.Corpus,
                "Mel.Normalization",
                options.Mel.Normalization,
                "None or Corpus: a stream has no utterance to normalize over")
            .ThrowIfAny(nameof(FeatureOptions));
        _pipeline = new FeaturePipeline(options);
    }

    /// <summary>The sample rate the samples must have, in hertz.</summary>
    public int SampleRate => _pipeline.SampleRate;

    /// <summary>The number of stacked channels of the results.</summary>
    public int ChannelCount => _pipeline.ChannelCount;

    /// <summary>The number of bands of the results.</summary>
    public int BandCount => _pipeline.BandCount;

    /// <summary>The distance between two frames, in samples.</summary>
    public int HopLength => _pipeline.HopLength;

    /// <summary>The number of frames returned so far.</summary>
    public long FrameCount { get; private set; }

    /// <summary>Appends the next samples and returns the frames that they complete.</summary>
    /// <param name="samples">Any number of samples, even none; every value must be finite.</param>
    /// <returns>The frames after the ones returned before; often none.</returns>
    /// <exception cref="ArgumentException">A sample is not finite; the message gives its index in the stream. No samples were appended.</exception>
    /// <exception cref="InvalidOperationException">The stream is completed.</exception>
    public Spectrogram Append(ReadOnlySpan<float> samples)
    {
        ThrowIfCompleted();
        SampleGuard.ThrowIfNotFinite(samples, nameof(samples), _sampleCount);
        _samples = [.. _samples, .. samples];
        _sampleCount += samples.Length;
        long complete = _rowCount;
        int counted = _pipeline.FrameCount(_sampleCount);
        while (complete < counted && _pipeline.Reach(complete).End <= _sampleCount)
        {
            complete++;
        }

        Analyze(complete, long.MaxValue);
        Spectrogram result = Emit(Math.Max(FrameCount, complete - _pipeline.Context));
        Forget();
        return result;
    }

    /// <summary>Ends the stream and returns its last frames, which extend into the padding.</summary>
    /// <exception cref="InvalidOperationException">The stream is completed already.</exception>
    public Spectrogram Complete()
    {
        ThrowIfCompleted();
        _completed = true;
        int total = _pipeline.FrameCount(_sampleCount);
        Analyze(total, _sampleCount);
        return Emit(total);
    }

    /// <summary>Discards the stream, so that another can begin.</summary>
    public void Reset()
    {
        (_samples, _rows) = ([], []);
        (_firstSample, _sampleCount, _firstRow, _rowCount, FrameCount) = (0, 0, 0, 0, 0);
        _completed = false;
    }

    private int HeldRows => (int)(_rowCount - _firstRow);

    private void ThrowIfCompleted()
    {
        if (_completed)
        {
            throw new InvalidOperationException("The stream is completed; call Reset to begin another.");
        }
    }

    /// <summary>Computes the missing rows of all frames before <paramref name="end"/>.</summary>
    private void Analyze(long end, long length)
    {
        int fresh = (int)(end - _rowCount);
        if (fresh <= 0)
        {
            return;
        }

        float[] rows = new float[fresh * _pipeline.RowCount];
        _pipeline.AnalyzeRows(_samples, _firstSample, length, _rowCount, rows);
        _rows = Join(_rows, 0, HeldRows, rows, fresh);
        _rowCount = end;
    }

    private Spectrogram Emit(long end)
    {
        Spectrogram result = new(ChannelCount, BandCount, (int)(end - FrameCount));
        if (result.FrameCount > 0)
        {
            _pipeline.MakeChannels(_rows, (int)(FrameCount - _firstRow), result);
            FrameCount = end;
        }

        return result;
    }

    // The frames at the end are mirrored at the last sample, so past samples are needed again, as far as a frame reaches.
    private void Forget()
    {
        (long start, long end) = _pipeline.Reach(_rowCount);
        long firstSample = Math.Clamp(Math.Min(start, _sampleCount - (end - start) - 1), _firstSample, _sampleCount);
        _samples = _samples[(int)(firstSample - _firstSample)..];
        _firstSample = firstSample;
        long firstRow = Math.Max(_firstRow, FrameCount - _pipeline.Context);
        _rows = Join(_rows, (int)(firstRow - _firstRow), HeldRows, [], 0);
        _firstRow = firstRow;
    }

    /// <summary>Concatenates two [row, frame] matrices along the frames, without the first frames of the left one.</summary>
    private float[] Join(float[] left, int skip, int leftFrames, float[] right, int rightFrames)
    {
        int kept = leftFrames - skip;
        float[] joined = new float[(kept + rightFrames) * _pipeline.RowCount];
        for (int row = 0; row < _pipeline.RowCount; row++)
        {
            Span<float> target = joined.AsSpan(row * (kept + rightFrames));
            left.AsSpan((row * leftFrames) + skip, kept).CopyTo(target);
            right.AsSpan(row * rightFrames, rightFrames).CopyTo(target[kept..]);
        }

        return joined;
    }
}
