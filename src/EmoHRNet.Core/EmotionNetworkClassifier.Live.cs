using EmoHRNet.Audio.Formats;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    /// <inheritdoc/>
    /// <remarks>
    /// The next samples are asked for when the consumer asks for the next segment, so a slow consumer slows the source down and
    /// memory stays bounded. A segment comes when it has ended: at the latest a window, half the smoothing and the longest segment
    /// after it began. Without merging that is a window and half the smoothing after it was heard.
    /// </remarks>
    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> samples, int sampleRate, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Recordings(options).Live(samples, sampleRate, cancellationToken);
    }

    /// <summary>Analyzes a stream of PCM while it arrives, such as the output of a recorder; the segments are those of <c>Analyze</c>.</summary>
    /// <param name="pcm">The samples without a header; the stream is left open.</param>
    /// <param name="format">Their rate, channels and encoding.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    /// <inheritdoc cref="AnalyzeLiveAsync(IAsyncEnumerable{ReadOnlyMemory{float}}, int, AnalysisOptions?, CancellationToken)" path="/*[not(self::param)]"/>
    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        Stream pcm, RawAudioFormat format, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pcm);
        ArgumentNullException.ThrowIfNull(format);
        format.Validate();
        return Recordings(options).Live(pcm, format, cancellationToken);
    }
}
