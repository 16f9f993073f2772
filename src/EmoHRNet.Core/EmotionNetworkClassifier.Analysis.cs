using EmoHRNet.Audio;
using EmoHRNet.Inference;
using EmoHRNet.Timelines;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    /// <inheritdoc/>
    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.Mixed(waveform, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the length of the audio.</remarks>
    public EmotionTimeline Analyze(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.Mixed(recording, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.Channels(waveform, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the length of the audio.</remarks>
    public IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.Channels(recording, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The next block is requested when the consumer requests the next segment, so a slow consumer slows the source down and memory stays
    /// bounded. A segment is returned when it has ended: at the latest a window, half the smoothing and the longest segment after it began.
    /// Without merging, the delay is a window and half the smoothing.
    /// </remarks>
    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<Waveform> blocks, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return Recordings(options).Live(blocks, cancellationToken);
    }

    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    private RecordingAnalysis Recordings(AnalysisOptions? options)
    {
        options ??= new AnalysisOptions();
        options.Validate();
        return new RecordingAnalysis(rate => CreateStream(options, rate), Model.Preparation.Mix, Labels);
    }

    private TimelineStream CreateStream(AnalysisOptions options, int sampleRate)
    {
        EmotionPrediction answer(float[] probabilities) => AnswerWindow(Select(probabilities), sampleRate);
        return new TimelineStream([CreateWindows(options, sampleRate, probabilities => probabilities)], options, rows => rows[0], answer);
    }

    /// <summary>The windows of this model, for samples of a given rate.</summary>
    internal WindowStream CreateWindows(AnalysisOptions options, int sampleRate, Func<float[], float[]> select)
    {
        ClipPreparer.CheckRate(sampleRate, nameof(sampleRate));
        SpeechPresence? voice = options.VoiceActivity is { } activity ? new SpeechPresence(activity, _options.SpeechThreshold, SampleRate) : null;
        return new WindowStream(Model, _extractor, options, sampleRate, voice, new WindowBatch(_runner, _options.BatchSize, select));
    }

    /// <summary>The prediction for a window, from the probabilities of the chosen labels.</summary>
    internal EmotionPrediction AnswerWindow(float[] selected, int sampleRate) =>
        new(Labels, selected) { IsUncertain = IsWeak(selected), SourceSampleRate = sampleRate, ModelSampleRate = SampleRate };
}
