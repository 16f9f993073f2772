using EmoHRNet.Audio;
using EmoHRNet.ModelFiles;

namespace EmoHRNet;

/// <summary>Recognizes the emotion of speech. <see cref="EmotionNetworkClassifier"/> does it; applications replace it in their tests.</summary>
/// <remarks>
/// Implementations are safe from many threads at once. What follows from other members has a default implementation, so that a
/// fake for tests writes only the rest; <see cref="EmotionNetworkClassifier"/> has better ones of its own.
/// </remarks>
public interface IEmotionClassifier
{
    /// <summary>The labels that answers choose from.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>The sample rate that <see cref="Predict(ReadOnlySpan{float})"/> expects, in hertz.</summary>
    int SampleRate { get; }

    /// <summary>What the model has heard in training, so that an evaluation can say how much of it is new; null, the default, is not known.</summary>
    HeardSpeech? Heard => null;

    /// <summary>Classifies mono samples that have the model's <see cref="SampleRate"/>. Where you know the rate, say it: another one is only sometimes noticed.</summary>
    /// <param name="samples">Samples in [-1, 1], at least one, all finite. A <c>float[]</c> converts.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionPrediction Predict(ReadOnlySpan<float> samples);

    /// <summary>Classifies mono samples of any rate; they are resampled to the model's.</summary>
    /// <param name="samples">Samples in [-1, 1], at least one, all finite.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})" path="/*[not(self::param)]"/>
    EmotionPrediction Predict(ReadOnlySpan<float> samples, int sampleRate);

    /// <summary>Classifies decoded audio; channels are mixed and the rate is converted as the model was trained.</summary>
    /// <param name="waveform">The audio.</param>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})" path="/*[not(self::param)]"/>
    EmotionPrediction Predict(Waveform waveform);

    /// <summary>Reads and classifies a file.</summary>
    /// <param name="path">The path of a WAV or AIFF file, or of anything else that an installed ffmpeg reads.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AudioFormatException">The file is no audio, is damaged, or holds no samples or not finite ones.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionPrediction PredictFile(string path);

    /// <summary>Classifies several clips together; each answer equals the one the clip gets alone.</summary>
    /// <param name="clips">The clips, of any lengths and rates; may be empty.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <returns>One answer per clip, in order.</returns>
    /// <exception cref="ArgumentException">A clip is empty, too long, or holds a sample that is not finite; the message says which.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default);

    /// <summary>Classifies decoded audio on a thread of the pool.</summary>
    /// <param name="waveform">The audio.</param>
    /// <param name="cancellationToken">Checked before every batch of windows.</param>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})" path="/*[not(self::param)]"/>
    Task<EmotionPrediction> PredictAsync(Waveform waveform, CancellationToken cancellationToken = default);

    /// <summary>Reads and classifies a file on a thread of the pool.</summary>
    /// <param name="path">The path of a WAV or AIFF file, or of anything else that an installed ffmpeg reads.</param>
    /// <param name="cancellationToken">Checked before every batch of windows.</param>
    /// <inheritdoc cref="PredictFile(string)" path="/*[not(self::param)]"/>
    Task<EmotionPrediction> PredictFileAsync(string path, CancellationToken cancellationToken = default) =>
        Task.Run(() => PredictFile(path), cancellationToken);

    /// <summary>Analyzes decoded audio over time.</summary>
    /// <remarks>
    /// Not a <c>Predict</c> per window. Where the model's preparation trims silence, <c>Predict</c> does so and <c>Analyze</c> does not,
    /// because its times are those of the recording. Where it sets the level, <c>Analyze</c> measures that of each window. Both give the same probabilities for a recording of at most one
    /// window that needs no trimming. Beyond a window, <c>Predict</c> normalizes the clip as a whole and averages windows that are
    /// spaced evenly; <c>Analyze</c> normalizes every window by itself, since it has not heard the rest, and spaces them by the hop.
    /// </remarks>
    /// <param name="waveform">The audio, of any length.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Told after every second of audio, or null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ArgumentException">There are no samples, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Analyzes a recording of any length over time; <see cref="EmotionNetworkClassifier"/> does it in memory that does not grow with the audio.</summary>
    /// <param name="path">The path of a WAV or AIFF file, or of anything else that an installed ffmpeg reads.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Told after every second of audio, or null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AudioFormatException">The file is no audio, is damaged, or holds no samples or not finite ones.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionTimeline AnalyzeFile(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Analyze(Waveform.Load(path), options, progress, cancellationToken);

    /// <summary>Analyzes every channel over time as a recording of its own: a call with one speaker on each becomes a timeline for each speaker.</summary>
    /// <returns>A timeline for each channel, in the order of the channels.</returns>
    /// <inheritdoc cref="Analyze(Waveform, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return [.. Enumerable.Range(0, waveform.ChannelCount).Select(channel =>
            Analyze(new Waveform(waveform.SampleRate, waveform.Channel(channel).ToArray()), options, progress, cancellationToken))];
    }

    /// <summary>Analyzes every channel of a recording of any length over time as a recording of its own.</summary>
    /// <returns>A timeline for each channel, in the order of the channels.</returns>
    /// <inheritdoc cref="AnalyzeFile"/>
    IReadOnlyList<EmotionTimeline> AnalyzeFileChannels(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        AnalyzeChannels(Waveform.Load(path), options, progress, cancellationToken);

    /// <summary>Analyzes a recording on a thread of the pool.</summary>
    /// <inheritdoc cref="AnalyzeFile"/>
    Task<EmotionTimeline> AnalyzeFileAsync(
        string path, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => AnalyzeFile(path, options, progress, cancellationToken), cancellationToken);

    /// <summary>Analyzes audio while it arrives; the segments are those of <c>Analyze</c> on the same audio.</summary>
    /// <param name="samples">Pieces of mono samples in [-1, 1], of any lengths. A piece may be reused once the next is asked for.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ArgumentException">There are no samples, or one is not finite; thrown while enumerating.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed; thrown while enumerating.</exception>
    IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> samples, int sampleRate, AnalysisOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Predicts, and finds the regions of the spectrogram that the prediction rests on.</summary>
    /// <param name="waveform">The audio.</param>
    /// <param name="label">The label to explain; null is the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})" path="/*[not(self::param)]"/>
    EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a file, predicts, and finds the regions of the spectrogram that the prediction rests on.</summary>
    /// <param name="path">The path of a WAV or AIFF file, or of anything else that an installed ffmpeg reads.</param>
    /// <param name="label">The label to explain; null is the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="PredictFile(string)" path="/*[not(self::param)]"/>
    EmotionExplanation ExplainFile(
        string path, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default) =>
        Explain(Waveform.Load(path), label, options, cancellationToken);
}
