using EmoHRNet.Audio;
using EmoHRNet.Inference;
using EmoHRNet.Timelines;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    private const double BlockSeconds = 1;

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the audio.</remarks>
    public EmotionTimeline AnalyzeFile(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(path, progress, (blocks, reader, follow) => AnalyzeMix(blocks, reader.SampleRate, Checked(options), follow, cancellationToken));

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the audio.</remarks>
    public IReadOnlyList<EmotionTimeline> AnalyzeFileChannels(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Read(path, progress, (blocks, reader, follow) => AnalyzeEach(blocks, reader.ChannelCount, reader.SampleRate, Checked(options), follow, cancellationToken));

    /// <inheritdoc/>
    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        options = Checked(options);
        using var use = _runner.Enter();
        return AnalyzeMix(Blocks(waveform), waveform.SampleRate, options, Follow(progress, waveform.Duration), cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        options = Checked(options);
        using var use = _runner.Enter();
        return AnalyzeEach(Blocks(waveform), waveform.ChannelCount, waveform.SampleRate, options, Follow(progress, waveform.Duration), cancellationToken);
    }

    /// <summary>Analyzes mono samples over time.</summary>
    /// <param name="samples">Samples in [-1, 1].</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Told after every second of audio, or null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <inheritdoc cref="Analyze(Waveform, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
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

    private T Read<T>(string path, IProgress<AnalysisProgress>? progress, Func<IEnumerable<Waveform>, AudioReader, Action<TimeSpan>, T> analyze)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var use = _runner.Enter();
        using AudioReader reader = AudioReader.Open(path);
        TimeSpan? total = reader.SampleCount is { } count ? TimeSpan.FromSeconds((double)count / reader.SampleRate) : null;
        int blockLength = Math.Max(1, (int)(BlockSeconds * reader.SampleRate));
        try
        {
            return analyze(reader.ReadBlocks(blockLength), reader, Follow(progress, total));
        }
        catch (ArgumentException e) when (e is not Audio.Options.InvalidOptionsException)
        {
            throw new AudioFormatException($"'{path}' cannot be analyzed. {e.Message}", e);
        }
    }

    private static Action<TimeSpan> Follow(IProgress<AnalysisProgress>? progress, TimeSpan? total) =>
        done => progress?.Report(new AnalysisProgress(done, total));

    private EmotionTimeline AnalyzeMix(
        IEnumerable<Waveform> blocks, int sampleRate, AnalysisOptions options, Action<TimeSpan> follow, CancellationToken cancellationToken)
    {
        ChannelMixer mixer = new(Model.Preparation.Mix);
        TimelineBuilder timeline = CreateBuilder(options, sampleRate);
        foreach (Waveform block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            timeline.Append(mixer.Mix(block));
            follow(timeline.Duration);
        }

        return timeline.Complete(mixer.Notes);
    }

    private EmotionTimeline[] AnalyzeEach(
        IEnumerable<Waveform> blocks, int channelCount, int sampleRate, AnalysisOptions options, Action<TimeSpan> follow, CancellationToken cancellationToken)
    {
        TimelineBuilder[] timelines = [.. Enumerable.Range(0, channelCount).Select(_ => CreateBuilder(options, sampleRate))];
        foreach (Waveform block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int channel = 0; channel < channelCount; channel++)
            {
                timelines[channel].Append(block.Channel(channel));
            }

            follow(timelines[0].Duration);
        }

        return [.. timelines.Select(timeline => timeline.Complete([]))];
    }

    private static IEnumerable<Waveform> Blocks(Waveform waveform)
    {
        int length = Math.Max(1, (int)(BlockSeconds * waveform.SampleRate));
        for (int start = 0; start < waveform.SampleCount; start += length)
        {
            int count = Math.Min(length, waveform.SampleCount - start);
            yield return new Waveform(
                waveform.SampleRate,
                [.. Enumerable.Range(0, waveform.ChannelCount).Select(channel => waveform.Channel(channel).Slice(start, count).ToArray())]);
        }
    }

    private TimelineBuilder CreateBuilder(AnalysisOptions options, int sampleRate) => new(CreateStream(options, sampleRate), Labels);

    private TimelineStream CreateStream(AnalysisOptions options, int sampleRate)
    {
        ClipPreparer.CheckRate(sampleRate);
        EmotionPrediction answer(float[] probabilities) => AnswerWindow(probabilities, sampleRate);
        return new TimelineStream(Model, options, sampleRate, new WindowBatch(_runner, _options.BatchSize, answer), answer);
    }

    private EmotionPrediction AnswerWindow(float[] probabilities, int sampleRate)
    {
        float[] selected = Select(probabilities);
        return new EmotionPrediction(Labels, selected) { IsUncertain = IsWeak(selected), SourceSampleRate = sampleRate, ModelSampleRate = SampleRate };
    }

    private static AnalysisOptions Checked(AnalysisOptions? options)
    {
        options ??= new AnalysisOptions();
        options.Validate();
        return options;
    }
}
