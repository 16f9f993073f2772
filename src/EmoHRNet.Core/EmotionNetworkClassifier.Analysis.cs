using EmoHRNet.Audio;
using EmoHRNet.Inference;
using EmoHRNet.Timelines;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the audio.</remarks>
    public EmotionTimeline AnalyzeFile(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.File(path, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the audio.</remarks>
    public IReadOnlyList<EmotionTimeline> AnalyzeFileChannels(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.FileChannels(path, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.Waveform(waveform, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        RecordingAnalysis recordings = Recordings(options);
        using var use = _runner.Enter();
        return recordings.WaveformChannels(waveform, progress, cancellationToken);
    }

    /// <summary>Analyzes mono samples over time.</summary>
    /// <param name="samples">Samples in [-1, 1].</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Told after every second of audio, or null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <inheritdoc cref="Analyze(Waveform, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)" path="/*[not(self::param)]"/>
    public EmotionTimeline Analyze(
        float[] samples,
        int sampleRate,
        AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Analyze(new Waveform(sampleRate, samples), options, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<EmotionTimeline> AnalyzeFileAsync(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => AnalyzeFile(path, options, progress, cancellationToken), cancellationToken);

    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    private RecordingAnalysis Recordings(AnalysisOptions? options)
    {
        options ??= new AnalysisOptions();
        options.Validate();
        return new RecordingAnalysis(rate => CreateStream(options, rate), Model.Preparation.Mix, Labels, _options.Reading);
    }

    private TimelineStream CreateStream(AnalysisOptions options, int sampleRate)
    {
        EmotionPrediction answer(float[] probabilities) => AnswerWindow(Select(probabilities), sampleRate);
        return new TimelineStream([CreateWindows(options, sampleRate, probabilities => probabilities)], options, rows => rows[0], answer);
    }

    /// <summary>Windows of this model, for samples of a rate.</summary>
    internal WindowStream CreateWindows(AnalysisOptions options, int sampleRate, Func<float[], float[]> select)
    {
        ClipPreparer.CheckRate(sampleRate);
        SpeechPresence? voice = options.VoiceActivity is { } activity ? new SpeechPresence(activity, _options.SpeechThreshold, SampleRate) : null;
        return new WindowStream(Model, _extractor, options, sampleRate, voice, new WindowBatch(_runner, _options.BatchSize, select));
    }

    /// <summary>The answer of a window, of the probabilities of the chosen labels.</summary>
    internal EmotionPrediction AnswerWindow(float[] selected, int sampleRate) =>
        new(Labels, selected) { IsUncertain = IsWeak(selected), SourceSampleRate = sampleRate, ModelSampleRate = SampleRate };
}
