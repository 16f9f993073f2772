using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.VoiceRate;

namespace EmoHRNet;

/// <summary>Overloads of <see cref="IEmotionClassifier"/>'s members for samples, PCM, files and streams, and asynchronous ones.</summary>
public static partial class EmotionClassifierExtensions
{
    /// <summary>
    /// Classifies mono samples that have the model's <see cref="IEmotionClassifier.SampleRate"/>. Pass the rate where you know it: a wrong
    /// one is only sometimes noticed.
    /// </summary>
    /// <remarks>The rate is an assumption, so the notes say when the voice contradicts it; the prediction is not changed.</remarks>
    /// <param name="classifier">The classifier.</param>
    /// <param name="samples">Samples in [-1, 1], at least one, all finite. A <c>float[]</c> converts.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public static EmotionPrediction Predict(this IEmotionClassifier classifier, ReadOnlySpan<float> samples)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        SampleGuard.ThrowIfUnusable(samples, nameof(samples));
        string? doubt = AssumedRate.Find(samples, classifier.SampleRate);
        return classifier.Predict(new Waveform(classifier.SampleRate, samples.ToArray()) { Notes = doubt is null ? [] : [doubt] });
    }

    /// <summary>Classifies mono samples of any rate; they are resampled to the model's rate.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="samples">Samples in [-1, 1], at least one, all finite.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <inheritdoc cref="Predict(IEmotionClassifier, ReadOnlySpan{float})" path="/exception"/>
    public static EmotionPrediction Predict(this IEmotionClassifier classifier, ReadOnlySpan<float> samples, int sampleRate)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier.Predict(new Waveform(sampleRate, samples.ToArray()));
    }

    /// <summary>Classifies mono 16-bit samples; full scale is 32,768.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="samples">The samples, at least one.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <exception cref="ArgumentException">There are no samples, or too many.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public static EmotionPrediction Predict(this IEmotionClassifier classifier, ReadOnlySpan<short> samples, int sampleRate)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier.Predict(Waveform.FromPcm16(sampleRate, samples));
    }

    /// <summary>Classifies mono 16-bit little-endian PCM, as recorders and telephony deliver it.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="bytes">Two bytes per sample, at least one sample.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or an odd number of bytes.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public static EmotionPrediction PredictPcm16(this IEmotionClassifier classifier, ReadOnlySpan<byte> bytes, int sampleRate)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier.Predict(Waveform.FromPcm16(sampleRate, bytes));
    }

    /// <summary>Classifies several mono clips of one rate together; each prediction equals that of the clip alone.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="clips">The clips' samples in [-1, 1]; the arrays are not changed.</param>
    /// <param name="sampleRate">The rate they were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <inheritdoc cref="IEmotionClassifier.PredictBatch(IReadOnlyList{Waveform}, CancellationToken)" path="/*[not(self::param)]"/>
    public static IReadOnlyList<EmotionPrediction> PredictBatch(
        this IEmotionClassifier classifier, IReadOnlyList<float[]> clips, int sampleRate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(clips);
        return classifier.PredictBatch([.. clips.Select(samples => new Waveform(sampleRate, samples))], cancellationToken);
    }

    /// <summary>Classifies decoded audio on a thread pool thread.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="waveform">The audio.</param>
    /// <param name="cancellationToken">Checked before every batch of windows.</param>
    /// <inheritdoc cref="IEmotionClassifier.Predict(Waveform)" path="/*[not(self::param)]"/>
    public static Task<EmotionPrediction> PredictAsync(
        this IEmotionClassifier classifier, Waveform waveform, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(waveform);
        return Task.Run(() => classifier.PredictBatch([waveform], cancellationToken)[0], cancellationToken);
    }

    /// <summary>Classifies mono samples on a thread pool thread.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="samples">Samples in [-1, 1]; copied before the task starts.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="cancellationToken">Checked before every batch of windows.</param>
    /// <inheritdoc cref="IEmotionClassifier.Predict(Waveform)" path="/*[not(self::param)]"/>
    public static Task<EmotionPrediction> PredictAsync(
        this IEmotionClassifier classifier, ReadOnlyMemory<float> samples, int sampleRate, CancellationToken cancellationToken = default) =>
        classifier.PredictAsync(new Waveform(sampleRate, samples.ToArray()), cancellationToken);

    /// <summary>Analyzes mono samples over time.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="samples">Samples in [-1, 1]; not changed.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="progress">Receives a report after every second of audio; may be null.</param>
    /// <param name="cancellationToken">Checked after every second of audio.</param>
    /// <inheritdoc cref="IEmotionClassifier.Analyze(Waveform, AnalysisOptions?, IProgress{AnalysisProgress}?, CancellationToken)" path="/*[not(self::param)]"/>
    public static EmotionTimeline Analyze(
        this IEmotionClassifier classifier,
        float[] samples,
        int sampleRate,
        AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return classifier.Analyze(new Waveform(sampleRate, samples), options, progress, cancellationToken);
    }
}
