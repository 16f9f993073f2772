using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;

namespace EmoHRNet.Timelines;

/// <summary>Feeds files, waveforms and live audio into streams, block by block: memory does not grow with the audio.</summary>
/// <param name="createStream">Makes a stream for samples of a rate.</param>
/// <param name="mix">How channels become one.</param>
/// <param name="labels">The labels of the answers.</param>
/// <param name="reading">How files are read; null for the defaults.</param>
internal sealed class RecordingAnalysis(
    Func<int, TimelineStream> createStream, ChannelMix mix, IReadOnlyList<string> labels, AudioReadOptions? reading = null)
{
    private const double BlockSeconds = 1;
    private const double LiveBlockSeconds = 0.1;

    /// <summary>One timeline of a file's channels mixed.</summary>
    public EmotionTimeline File(string path, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        Read(path, progress, (blocks, reader, follow) => WithNotes(Mix(blocks, reader.SampleRate, follow, cancellationToken), reader));

    /// <summary>A timeline of each channel of a file.</summary>
    public IReadOnlyList<EmotionTimeline> FileChannels(string path, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        Read(path, progress, (blocks, reader, follow) =>
            Array.ConvertAll(Each(blocks, reader.ChannelCount, reader.SampleRate, follow, cancellationToken), timeline => WithNotes(timeline, reader)));

    /// <summary>One timeline of a waveform's channels mixed.</summary>
    public EmotionTimeline Waveform(Waveform waveform, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        Mix(Blocks(waveform), waveform.SampleRate, Follow(progress, waveform.Duration), cancellationToken);

    /// <summary>A timeline of each channel of a waveform.</summary>
    public IReadOnlyList<EmotionTimeline> WaveformChannels(
        Waveform waveform, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        Each(Blocks(waveform), waveform.ChannelCount, waveform.SampleRate, Follow(progress, waveform.Duration), cancellationToken);

    /// <summary>The segments of mono samples while they arrive.</summary>
    public IAsyncEnumerable<EmotionSegment> Live(
        IAsyncEnumerable<ReadOnlyMemory<float>> samples, int sampleRate, CancellationToken cancellationToken) =>
        Follow(samples, createStream(sampleRate), cancellationToken);

    /// <summary>The segments of PCM while it arrives.</summary>
    public IAsyncEnumerable<EmotionSegment> Live(Stream pcm, RawAudioFormat format, CancellationToken cancellationToken) =>
        Follow(ReadPcm(pcm, format, cancellationToken), createStream(format.SampleRate), cancellationToken);

    private T Read<T>(string path, IProgress<AnalysisProgress>? progress, Func<IEnumerable<Waveform>, AudioReader, Action<TimeSpan>, T> analyze)
    {
        using AudioReader reader = AudioReader.Open(path, reading);
        TimeSpan? total = reader.SampleCount is { } count ? TimeSpan.FromSeconds((double)count / reader.SampleRate) : null;
        int blockLength = Math.Max(1, (int)(BlockSeconds * reader.SampleRate));
        try
        {
            return analyze(reader.ReadBlocks(blockLength), reader, Follow(progress, total));
        }
        catch (ArgumentException e)
        {
            throw new AudioFormatException($"'{path}' cannot be analyzed. {PlainMessage.Of(e)}", e);
        }
    }

    /// <summary>What the reader says is complete once everything was read.</summary>
    private static EmotionTimeline WithNotes(EmotionTimeline timeline, AudioReader reader) =>
        timeline with { Notes = [.. reader.Notes, .. timeline.Notes] };

    private static Action<TimeSpan> Follow(IProgress<AnalysisProgress>? progress, TimeSpan? total) =>
        done => progress?.Report(new AnalysisProgress(done, total));

    private TimelineBuilder Builder(int sampleRate) => new(createStream(sampleRate), labels);

    private EmotionTimeline Mix(
        IEnumerable<Waveform> blocks, int sampleRate, Action<TimeSpan> follow, CancellationToken cancellationToken)
    {
        ChannelMixer mixer = new(mix);
        TimelineBuilder timeline = Builder(sampleRate);
        foreach (Waveform block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            timeline.Append(mixer.Mix(block));
            follow(timeline.Duration);
        }

        return timeline.Complete(mixer.Notes);
    }

    private EmotionTimeline[] Each(
        IEnumerable<Waveform> blocks, int channelCount, int sampleRate, Action<TimeSpan> follow, CancellationToken cancellationToken)
    {
        TimelineBuilder[] timelines = [.. Enumerable.Range(0, channelCount).Select(_ => Builder(sampleRate))];
        foreach (Waveform block in blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int channel = 0; channel < channelCount; channel++)
            {
                timelines[channel].Append(block.Channel(channel));
            }

            follow(timelines[0].Duration);
        }

        return [.. timelines.Select(timeline => timeline.Complete([]))];
    }

    private static IEnumerable<Waveform> Blocks(Waveform waveform)
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
        ChannelMixer mixer = new(mix);
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
