using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet;

public static partial class EmotionClassifierExtensions
{
    /// <summary>Reads and classifies a file.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="path">
    /// The path of a WAV, AIFF, MP3, Ogg, WebM or FLAC file, or of any other format that an installed ffmpeg reads.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AudioFormatException">
    /// The file is not audio, is damaged, is empty, or contains samples that are not finite.
    /// </exception>
    /// <exception cref="ArgumentException">The recording is longer than the classifier accepts.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public static EmotionPrediction PredictFile(this IEmotionClassifier classifier, string path)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        long start = Stopwatch.GetTimestamp();
        using AudioReader reader = AudioReader.Open(path, classifier.Reading);
        return Classify(reader.ReadToEnd(), reader.Name, start, classifier.Predict);
    }

    /// <summary>Reads and classifies a file on a thread pool thread.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="path">
    /// The path of a WAV, AIFF, MP3, Ogg, WebM or FLAC file, or of any other format that an installed ffmpeg reads.
    /// </param>
    /// <param name="cancellationToken">Stops reading; checked before every batch of windows.</param>
    /// <inheritdoc cref="PredictFile(IEmotionClassifier, string)" path="/*[not(self::param)]"/>
    public static Task<EmotionPrediction> PredictFileAsync(
        this IEmotionClassifier classifier, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(
            async () =>
            {
                long start = Stopwatch.GetTimestamp();
                Waveform clip = await Waveform.LoadAsync(path, classifier.Reading, cancellationToken).ConfigureAwait(false);
                return Classify(clip, path, start, waveform => classifier.PredictBatch([waveform], cancellationToken)[0]);
            },
            cancellationToken);
    }

    /// <summary>Reads and classifies a stream from its current position to its end.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="stream">The bytes of a file in any format that <see cref="Waveform.Load(string, AudioReadOptions?)"/> reads; not disposed.</param>
    /// <exception cref="AudioFormatException">
    /// The content is not audio, is damaged, is empty, or contains samples that are not finite.
    /// </exception>
    /// <exception cref="ArgumentException">The recording is longer than the classifier accepts.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public static EmotionPrediction Predict(this IEmotionClassifier classifier, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        long start = Stopwatch.GetTimestamp();
        using AudioReader reader = AudioReader.Open(stream, classifier.Reading);
        return Classify(reader.ReadToEnd(), reader.Name, start, classifier.Predict);
    }

    /// <summary>
    /// Analyzes a recording of any length over time; <see cref="EmotionNetworkClassifier"/> uses memory that does not grow with the length
    /// of the audio.
    /// </summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="path">
    /// The path of a WAV, AIFF, MP3, Ogg, WebM or FLAC file, or of any other format that an installed ffmpeg reads.
    /// </param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Receives a report after every second of audio; may be null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AudioFormatException">
    /// The file is not audio, is damaged, is empty, or contains samples that are not finite.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public static EmotionTimeline AnalyzeFile(
        this IEmotionClassifier classifier,
        string path,
        AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        using AudioReader reader = AudioReader.Open(path, classifier.Reading);
        return classifier.Analyze(reader, options, progress, cancellationToken);
    }

    /// <summary>Analyzes every channel of a recording of any length over time as a separate recording.</summary>
    /// <returns>A timeline for each channel, in the order of the channels.</returns>
    /// <inheritdoc cref="AnalyzeFile(IEmotionClassifier, string, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    public static IReadOnlyList<EmotionTimeline> AnalyzeFileChannels(
        this IEmotionClassifier classifier,
        string path,
        AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        using AudioReader reader = AudioReader.Open(path, classifier.Reading);
        return classifier.AnalyzeChannels(reader, options, progress, cancellationToken);
    }

    /// <summary>Analyzes a recording on a thread pool thread.</summary>
    /// <inheritdoc cref="AnalyzeFile(IEmotionClassifier, string, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    public static Task<EmotionTimeline> AnalyzeFileAsync(
        this IEmotionClassifier classifier,
        string path,
        AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(() => classifier.AnalyzeFile(path, options, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Reads a file, predicts, and finds the regions of the spectrogram that the prediction depends on.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="path">
    /// The path of a WAV, AIFF, MP3, Ogg, WebM or FLAC file, or of any other format that an installed ffmpeg reads.
    /// </param>
    /// <param name="label">The label to explain; null for the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="PredictFile(IEmotionClassifier, string)" path="/*[not(self::param)]"/>
    public static EmotionExplanation ExplainFile(
        this IEmotionClassifier classifier,
        string path,
        string? label = null,
        ExplanationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        using AudioReader reader = AudioReader.Open(path, classifier.Reading);
        return classifier.Explain(ReadWhole(reader), label, options, cancellationToken);
    }

    /// <exception cref="AudioFormatException">What was read is damaged, is empty, or contains samples that are not finite.</exception>
    internal static Waveform ReadWhole(AudioReader recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        Waveform waveform = recording.ReadToEnd();
        SampleGuard.ThrowIfUnusable(waveform, recording.Name);
        return waveform;
    }

    private static EmotionPrediction Classify(Waveform clip, string name, long start, Func<Waveform, EmotionPrediction> predict)
    {
        TimeSpan decoding = Stopwatch.GetElapsedTime(start);
        SampleGuard.ThrowIfUnusable(clip, name);
        return predict(clip).WithDecoding(decoding);
    }
}
