using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Timelines;

/// <summary>Feeds files, waveforms and live audio into a stream, block by block: memory does not grow with the audio.</summary>
/// <param name="createStream">Makes a stream for samples of a rate.</param>
/// <param name="mix">How channels become one.</param>
/// <param name="labels">The labels of the answers.</param>
internal sealed class RecordingAnalysis(Func<int, TimelineStream> createStream, ChannelMix mix, IReadOnlyList<string> labels)
{
    private const double BlockSeconds = 1;
    private const double LiveBlockSeconds = 0.1;

    public EmotionTimeline File(string path, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        using AudioReader reader = AudioReader.Open(path);
        TimeSpan? total = reader.SampleCount is { } count ? TimeSpan.FromSeconds((double)count / reader.SampleRate) : null;
        int blockLength = Math.Max(1, (int)(BlockSeconds * reader.SampleRate));
        try
        {
            return Blocks(reader.ReadBlocks(blockLength), reader.SampleRate, total, progress, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new AudioFormatException($"'{path}' cannot be analyzed. {e.Message}", e);
        }
    }

    public EmotionTimeline Waveform(Waveform waveform, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        Blocks(BlocksOf(waveform), waveform.SampleRate, waveform.Duration, progress, cancellationToken);

    public IAsyncEnumerable<EmotionSegment> Live(IAsyncEnumerable<ReadOnlyMemory<float>> samples, int sampleRate, CancellationToken cancellationToken) =>
        Follow(samples, createStream(sampleRate), cancellationToken);

    public IAsyncEnumerable<EmotionSegment> Live(Stream pcm, RawAudioFormat format, CancellationToken cancellationToken) =>
        Follow(ReadPcm(pcm, format, cancellationToken), createStream(format.SampleRate), cancellationToken);

    private EmotionTimeline Blocks(
        IEnumerable<Waveform> blocks, int sampleRate, TimeSpan? total, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        TimelineStream stream = createStream(sampleRate);
        List<TimelinePart> parts = [];
        foreach (Waveform block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parts.Add(stream.Append(ChannelMixing.Mix(block, mix), atOnce: false));
            progress?.Report(new AnalysisProgress(stream.Duration, total));
        }

        if (stream.Duration == TimeSpan.Zero)
        {
            throw new ArgumentException("The recording holds no samples; expected at least one.", nameof(blocks));
        }

        parts.Add(stream.Complete());
        return new EmotionTimeline(stream.Duration, labels, [.. parts.SelectMany(p => p.Windows)], [.. parts.SelectMany(p => p.Segments)]);
    }

    private static IEnumerable<Waveform> BlocksOf(Waveform waveform)
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
        int length = Math.Max(1, (int)(LiveBlockSeconds * format.SampleRate));
        await foreach (Waveform block in reader.ReadBlocksAsync(length, cancellationToken).ConfigureAwait(false))
        {
            yield return ChannelMixing.Mix(block, mix);
        }
    }
}
