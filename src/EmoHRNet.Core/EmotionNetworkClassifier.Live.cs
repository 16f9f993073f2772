using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Inference;
using EmoHRNet.Timelines;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    private const double LiveBlockSeconds = 0.1;

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
        return Follow(samples, CreateStream(Checked(options), sampleRate), cancellationToken);
    }

    /// <summary>Analyzes a stream of PCM while it arrives, such as the output of a recorder; the segments are those of <c>Analyze</c>.</summary>
    /// <param name="pcm">The samples without a header; the stream is left open.</param>
    /// <param name="format">Their rate, channels and encoding.</param>
    /// <param name="options">Windows, smoothing, segments, silence; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    /// <inheritdoc cref="AnalyzeLiveAsync(IAsyncEnumerable{ReadOnlyMemory{float}}, int, AnalysisOptions?, CancellationToken)"/>
    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        Stream pcm, RawAudioFormat format, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pcm);
        ArgumentNullException.ThrowIfNull(format);
        format.Validate();
        return Follow(ReadPcm(pcm, format, cancellationToken), CreateStream(Checked(options), format.SampleRate), cancellationToken);
    }

    /// <summary>Nothing native lives across an await: a piece goes through the network within one call on one thread.</summary>
    private static async IAsyncEnumerable<EmotionSegment> Follow(
        IAsyncEnumerable<ReadOnlyMemory<float>> samples, TimelineStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ReadOnlyMemory<float> piece in samples.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            TimelinePart part = await Task.Run(() => stream.Append(piece.Span, atOnce: true), cancellationToken).ConfigureAwait(false);
            foreach (EmotionSegment segment in part.Segments)
            {
                yield return segment;
            }
        }

        if (stream.Duration == TimeSpan.Zero)
        {
            throw new ArgumentException("The recording holds no samples; expected at least one.", nameof(samples));
        }

        TimelinePart rest = await Task.Run(stream.Complete, cancellationToken).ConfigureAwait(false);
        foreach (EmotionSegment segment in rest.Segments)
        {
            yield return segment;
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<float>> ReadPcm(
        Stream pcm, RawAudioFormat format, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using AudioReader reader = AudioReader.Open(pcm, new AudioReadOptions { Raw = format });
        ChannelMixer mixer = new(Model.Preparation.Mix);
        int length = Math.Max(1, (int)(LiveBlockSeconds * format.SampleRate));
        await foreach (Waveform block in reader.ReadBlocksAsync(length, cancellationToken).ConfigureAwait(false))
        {
            yield return mixer.Mix(block);
        }

        if (reader.Position == 0)
        {
            throw new AudioFormatException("The stream holds no samples; expected at least one.");
        }
    }
}
