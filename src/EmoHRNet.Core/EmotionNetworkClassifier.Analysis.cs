using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.Timelines;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    private const double BlockSeconds = 1;

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the audio.</remarks>
    public EmotionTimeline AnalyzeFile(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options = Checked(options);
        using var use = _runner.Enter();
        using AudioReader reader = AudioReader.Open(path);
        TimeSpan? total = reader.SampleCount is { } count ? TimeSpan.FromSeconds((double)count / reader.SampleRate) : null;
        int blockLength = Math.Max(1, (int)(BlockSeconds * reader.SampleRate));
        try
        {
            return Analyze(reader.ReadBlocks(blockLength), reader.SampleRate, options, total, progress, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new AudioFormatException($"'{path}' cannot be analyzed. {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        options = Checked(options);
        using var use = _runner.Enter();
        return Analyze(Blocks(waveform), waveform.SampleRate, options, waveform.Duration, progress, cancellationToken);
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

    private EmotionTimeline Analyze(
        IEnumerable<Waveform> blocks,
        int sampleRate,
        AnalysisOptions options,
        TimeSpan? total,
        IProgress<AnalysisProgress>? progress,
        CancellationToken cancellationToken)
    {
        TimelineStream stream = CreateStream(options, sampleRate);
        List<TimelinePart> parts = [];
        foreach (Waveform block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parts.Add(stream.Append(ChannelMixing.Mix(block, Model.Preparation.Mix), atOnce: false));
            progress?.Report(new AnalysisProgress(stream.Duration, total));
        }

        if (stream.Duration == TimeSpan.Zero)
        {
            throw new ArgumentException("The recording holds no samples; expected at least one.", nameof(blocks));
        }

        parts.Add(stream.Complete());
        return new EmotionTimeline(stream.Duration, Labels, [.. parts.SelectMany(p => p.Windows)], [.. parts.SelectMany(p => p.Segments)]);
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
