using EmoHRNet.Audio;
using EmoHRNet.ModelFiles;

namespace EmoHRNet;

/// <summary>
/// Recognizes the emotion of speech. <see cref="EmotionNetworkClassifier"/> implements it; applications can replace it in their tests.
/// </summary>
/// <remarks>
/// Implementations are thread-safe. They implement the members for waveforms: prediction, timeline, live segments, explanation. The
/// overloads for files, streams, arrays and PCM are extension methods in <see cref="EmotionClassifierExtensions"/>, so that a fake has them
/// too. Members with a default implementation are those that a real classifier does more efficiently: batches, and recordings that do not
/// fit into memory.
/// </remarks>
public interface IEmotionClassifier
{
    /// <summary>The labels that predictions choose from.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>The sample rate of the model in hertz; samples without a stated rate are assumed to have it.</summary>
    int SampleRate { get; }

    /// <summary>
    /// What the model has heard in training, so that an evaluation can report how much of the test audio is new; null, the default, means
    /// not known.
    /// </summary>
    HeardSpeech? Heard => null;

    /// <summary>
    /// How files and streams are read for this classifier; null, the default, recognizes formats by content and rejects damaged files.
    /// </summary>
    AudioReadOptions? Reading => null;

    /// <summary>Classifies decoded audio; channels are mixed and the rate is converted as in the model's training.</summary>
    /// <param name="waveform">The audio: samples in [-1, 1], at least one, all finite; 1,000 to 768,000 Hz.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionPrediction Predict(Waveform waveform);

    /// <summary>Classifies several clips together; each prediction equals that of the clip alone.</summary>
    /// <param name="clips">The clips, of any lengths and rates; may be empty.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <returns>One prediction per clip, in order.</returns>
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
    /// This is not the same as <c>Predict</c> on each window. If the model's preparation trims silence, <c>Predict</c> does so and
    /// <c>Analyze</c> does not, because its times refer to the recording. If it sets the level, <c>Analyze</c> measures it for each window.
    /// Both give the same probabilities for a recording of at most one window that needs no trimming. For longer ones, <c>Predict</c>
    /// normalizes the clip as a whole and averages windows that are spaced evenly; <c>Analyze</c> normalizes every window separately, since
    /// the rest has not arrived yet, and spaces windows by the hop.
    /// </remarks>
    /// <param name="waveform">The audio, of any length.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Receives a report after every second of audio; may be null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ArgumentException">There are no samples, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Analyzes a recording from a reader over time. By default the whole recording is read first; <see cref="EmotionNetworkClassifier"/>
    /// reads block by block, so that memory does not grow with the length of the audio.
    /// </summary>
    /// <param name="recording">The recording, of any length; read to its end and not disposed.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Receives a report after every second of audio; may be null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="AudioFormatException">The recording is damaged, is empty, or contains samples that are not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionTimeline Analyze(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Analyze(EmotionClassifierExtensions.ReadWhole(recording), options, progress, cancellationToken);

    /// <summary>
    /// Analyzes every channel over time as a separate recording: a call with one speaker per channel becomes a timeline for each speaker.
    /// </summary>
    /// <returns>A timeline for each channel, in the order of the channels.</returns>
    /// <inheritdoc cref="Analyze(Waveform, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return [.. Enumerable.Range(0, waveform.ChannelCount).Select(channel =>
            Analyze(new Waveform(waveform.SampleRate, waveform.Channel(channel).ToArray()), options, progress, cancellationToken))];
    }

    /// <summary>Analyzes every channel of a recording from a reader over time as a separate recording.</summary>
    /// <returns>A timeline for each channel, in the order of the channels.</returns>
    /// <inheritdoc cref="Analyze(AudioReader, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)"/>
    IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default) =>
        AnalyzeChannels(EmotionClassifierExtensions.ReadWhole(recording), options, progress, cancellationToken);

    /// <summary>Analyzes audio while it arrives; the segments are those of <c>Analyze</c> on the same audio.</summary>
    /// <param name="blocks">
    /// Blocks of any length, all with the same sample rate and number of channels; at least one sample, all finite.
    /// </param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples, one is not finite, or the blocks differ in rate or channels; thrown while enumerating.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed; thrown while enumerating.</exception>
    IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<Waveform> blocks, AnalysisOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Predicts, and finds the regions of the spectrogram that the prediction depends on.</summary>
    /// <param name="waveform">The audio.</param>
    /// <param name="label">The label to explain; null for the most probable one.</param>
    /// <param name="options">The patches that are hidden; null for the defaults.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="KeyNotFoundException">The model has no such label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <inheritdoc cref="Predict(Waveform)" path="/*[not(self::param)]"/>
    EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default);
}
