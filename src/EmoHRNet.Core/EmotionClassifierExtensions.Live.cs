using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet;

public static partial class EmotionClassifierExtensions
{
    private const double LiveBlockSeconds = 0.1;

    /// <summary>Analyzes mono samples while they arrive; the segments are those of <c>Analyze</c> on the same audio.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="samples">
    /// Blocks of mono samples in [-1, 1], of any length. A block may be reused once the next one is requested.
    /// </param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sample rate is out of range.</exception>
    /// <inheritdoc cref="IEmotionClassifier.AnalyzeLiveAsync(IAsyncEnumerable{Waveform}, AnalysisOptions?, CancellationToken)" path="/*[not(self::param)]"/>
    public static IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        this IEmotionClassifier classifier,
        IAsyncEnumerable<ReadOnlyMemory<float>> samples,
        int sampleRate,
        AnalysisOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(samples);
        if (SampleGuard.FindRateProblem(sampleRate) is { } problem)
        {
            throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, problem);
        }

        return classifier.AnalyzeLiveAsync(samples.Select(piece => new Waveform(sampleRate, piece.ToArray())), options, cancellationToken);
    }

    /// <summary>Analyzes a stream of PCM while it arrives, such as the output of a recorder; the segments are those of <c>Analyze</c>.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="pcm">The samples without a header; the stream is not disposed.</param>
    /// <param name="format">Their rate, channels and encoding.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="AudioFormatException">The stream holds no samples, or a sample is not finite; thrown while enumerating.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed; thrown while enumerating.</exception>
    public static IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        this IEmotionClassifier classifier,
        Stream pcm,
        RawAudioFormat format,
        AnalysisOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(pcm);
        ArgumentNullException.ThrowIfNull(format);
        format.Validate();
        return classifier.AnalyzeLiveAsync(ReadPcm(pcm, format, cancellationToken), options, cancellationToken);
    }

    private static async IAsyncEnumerable<Waveform> ReadPcm(
        Stream pcm, RawAudioFormat format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using AudioReader reader = AudioReader.Open(pcm, new AudioReadOptions { Raw = format });
        int length = Math.Max(1, (int)(LiveBlockSeconds * format.SampleRate));
        await foreach (Waveform block in reader.ReadBlocksAsync(length, cancellationToken).ConfigureAwait(false))
        {
            SampleGuard.ThrowIfUnusable(block, "The stream", reader.Position - block.SampleCount);
            yield return block;
        }

        if (reader.Position == 0)
        {
            throw new AudioFormatException($"The stream: {SampleGuard.NoSamples}");
        }
    }
}
