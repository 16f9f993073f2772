using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>
/// Turns a stream of samples into classified windows in one pass: features, windows, batches through the network. The result does not
/// depend on how the samples are divided into blocks; memory does not grow with the stream.
/// </summary>
internal sealed class WindowStream
{
    private readonly WindowGrid _grid;
    private readonly SignalStream _signal;
    private readonly SpeechPresence? _voice;
    private readonly IWindowFeatures _features;
    private readonly WindowBatch _batch;
    private readonly int _sourceRate;
    private long _lastStart = -1;
    private bool _isComplete;

    /// <param name="model">The model.</param>
    /// <param name="extractor">The model's extractor.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="sourceRate">The rate of the incoming samples.</param>
    /// <param name="voice">Decides which windows are speech; null to accept all.</param>
    /// <param name="batch">Classifies windows.</param>
    public WindowStream(
        ModelDescription model, IFeatureExtractor extractor, AnalysisOptions options, int sourceRate, SpeechPresence? voice, WindowBatch batch)
    {
        _grid = new WindowGrid(model, options);
        _signal = new SignalStream(model.Preparation, sourceRate);
        // Only the built-in extractor can continue from one window to the next.
        _features = model.Preparation.Gain == GainNormalization.None && model.Extractor is null
            ? new CorrectedFeatures(model, extractor)
            : new ClipFeatures(model, extractor);
        (_voice, _batch, _sourceRate) = (voice, batch, sourceRate);
    }

    /// <summary>The duration of the audio so far.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)_signal.SampleCount / _sourceRate);

    /// <summary>Takes the next samples.</summary>
    /// <param name="mono">Any number of samples.</param>
    /// <param name="atOnce">Whether windows go through the network at once, or wait until a batch is full.</param>
    /// <returns>The windows classified so far, in order.</returns>
    public IReadOnlyList<ClassifiedWindow> Append(ReadOnlySpan<float> mono, bool atOnce)
    {
        Take(_signal.Append(mono));
        CutWindows();
        return _batch.Classify(_grid.WindowFrames, atOnce);
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The remaining windows.</returns>
    public IReadOnlyList<ClassifiedWindow> Complete()
    {
        Take(_signal.Complete());
        _features.Complete();
        _voice?.Complete();
        _isComplete = true;
        CutWindows();
        CutLastWindow();
        return _batch.Classify(_grid.WindowFrames, all: true);
    }

    private void Take(float[] samples)
    {
        _voice?.Append(samples);
        _features.Append(samples);
    }

    private void CutWindows()
    {
        // While more audio may arrive, a window waits for the next frame, because only the last window covers the end.
        long end = _isComplete ? _features.End : _features.End - 1;
        for (long start = Next; start + _grid.WindowFrames <= end; start = Next)
        {
            Cut(start, _features.Window(start, _grid.WindowFrames));
            _features.Forget(start);
            _voice?.Forget(_grid.Core(start).Start);
        }
    }

    private long Next => _lastStart < 0 ? 0 : _lastStart + _grid.HopFrames;

    /// <summary>Adds a window for the part that regular windows do not cover: a whole short recording, or the end of a long one.</summary>
    private void CutLastWindow()
    {
        long end = _features.End;
        long last = Math.Max(0, end - _grid.WindowFrames);
        if (end > 0 && (_lastStart < 0 || last > _lastStart))
        {
            Cut(last, _features.Rest(last));
        }
    }

    private void Cut(long start, Spectrogram window)
    {
        int count = window.FrameCount;
        float[] values = new float[window.ChannelCount * window.BandCount * _grid.WindowFrames];
        ClipWindows.CopyFrames(window, -(_grid.WindowFrames - count) / 2, values, _grid.WindowFrames);
        bool isLast = _isComplete && start + count >= _features.End;
        WindowSpeech speech = _voice?.Judge(_grid.Core(start), _grid.Time(start + count).TotalSeconds, isLast) ?? new WindowSpeech(true, null);
        _batch.Add(new PendingWindow(_grid.Time(start), _grid.Time(start + count), speech, values));
        _lastStart = start;
    }
}
