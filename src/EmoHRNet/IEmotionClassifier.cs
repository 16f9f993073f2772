using EmoHRNet.Audio;

namespace EmoHRNet;

/// <summary>Recognizes the emotion of speech. <see cref="EmotionClassifier"/> does it; applications replace it in their tests.</summary>
/// <remarks>Implementations are safe from many threads at once.</remarks>
public interface IEmotionClassifier
{
    /// <summary>The labels that answers choose from.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>The sample rate that <see cref="Predict(ReadOnlySpan{float})"/> expects, in hertz.</summary>
    int SampleRate { get; }

    /// <summary>Classifies mono samples that have the model's <see cref="SampleRate"/>.</summary>
    /// <param name="samples">Samples in [-1, 1], at least one, all finite. A <c>float[]</c> converts.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or one is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    EmotionPrediction Predict(ReadOnlySpan<float> samples);

    /// <summary>Classifies mono samples of any rate; they are resampled to the model's.</summary>
    /// <param name="samples">Samples in [-1, 1], at least one, all finite.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})"/>
    EmotionPrediction Predict(ReadOnlySpan<float> samples, int sampleRate);

    /// <summary>Classifies decoded audio; channels are mixed and the rate is converted as the model was trained.</summary>
    /// <param name="waveform">The audio.</param>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})"/>
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
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})"/>
    Task<EmotionPrediction> PredictAsync(Waveform waveform, CancellationToken cancellationToken = default);
}
