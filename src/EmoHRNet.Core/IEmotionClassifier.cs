using EmoHRNet.Audio;
using EmoHRNet.ModelFiles;

namespace EmoHRNet;

/// <summary>Recognizes the emotion of speech. <see cref="EmotionNetworkClassifier"/> does it; applications replace it in their tests.</summary>
/// <remarks>
/// Implementations are safe from many threads at once. They write what a waveform gets: a prediction, a timeline, segments while it arrives, an
/// explanation. The forms for files, streams, arrays and PCM are extension methods over these, in <see cref="EmotionClassifierExtensions"/>, so
/// that a fake has them too. Members with a default implementation are those that a real classifier does better: whole batches, and recordings
/// that do not fit into memory.
/// </remarks>
public interface IEmotionClassifier
{
    /// <summary>The labels that answers choose from.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>The sample rate of the model in hertz, which samples without a stated rate are taken to have.</summary>
    int SampleRate { get; }

    /// <summary>What the model has heard in training, so that an evaluation can say how much of it is new; null, the default, is not known.</summary>
    HeardSpeech? Heard => null;

    /// <summary>How files and streams are read for this classifier; null, the default, recognizes formats by content and refuses damaged files.</summary>
    AudioReadOptions? Reading => null;

    /// <summary>Classifies decoded audio; channels are mixed and the rate is converted as the model was trained.</summary>
    /// <param name="waveform">The audio: samples in [-1, 1], at least one, all finite; 1,000 to 768,000 Hz.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionPrediction Predict(Waveform waveform);

    /// <summary>Classifies several clips together; each answer equals the one the clip gets alone.</summary>
    /// <param name="clips">The clips, of any lengths and rates; may be empty.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <returns>One answer per clip, in order.</returns>
    /// <exception cref="ArgumentException">A clip is empty, too long, or holds a sample that is not finite; the message says which.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clips);
        return [.. clips.Select(clip =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Predict(clip);
        })];
    }

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

    /// <summary>
    /// Analyzes what a reader reads over time. By default the recording is read whole; <see cref="EmotionNetworkClassifier"/> reads block by block,
    /// in memory that does not grow with the audio.
    /// </summary>
    /// <param name="recording">The recording, of any length; read to its end and not disposed.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Told after every second of audio, or null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="AudioFormatException">The recording is damaged, or holds no samples or not finite ones.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionTimeline Analyze(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Analyze(EmotionClassifierExtensions.ReadWhole(recording), options, progress, cancellationToken);

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

    /// <summary>Analyzes every channel of what a reader reads over time as a recording of its own.</summary>
    /// <returns>A timeline for each channel, in the order of the channels.</returns>
    /// <inheritdoc cref="Analyze(AudioReader, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        AnalyzeChannels(EmotionClassifierExtensions.ReadWhole(recording), options, progress, cancellationToken);

    /// <summary>Analyzes audio while it arrives; the segments are those of <c>Analyze</c> on the same audio.</summary>
    /// <param name="blocks">Pieces of any lengths, all of one sample rate and number of channels; at least one sample, all finite.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ArgumentException">There are no samples, one is not finite, or the pieces differ in rate or channels; thrown while enumerating.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed; thrown while enumerating.</exception>
    IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<Waveform> blocks, AnalysisOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Predicts, and finds the regions of the spectrogram that the prediction rests on.</summary>
    /// <param name="waveform">The audio.</param>
    /// <param name="label">The label to explain; null is the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="Predict(Waveform)" path="/*[not(self::param)]"/>
    EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default);
}
