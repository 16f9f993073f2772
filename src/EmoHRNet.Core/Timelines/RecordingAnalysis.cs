using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;

namespace EmoHRNet.Timelines;

/// <summary>
/// Feeds files, waveforms and live audio into streams, block by block: memory does not grow with the length of the audio.
/// </summary>
/// <param name="createStream">Creates a stream for samples of a given rate.</param>
/// <param name="mix">How channels are mixed.</param>
/// <param name="labels">The labels of the predictions.</param>
internal sealed class RecordingAnalysis(Func<int, TimelineStream> createStream, ChannelMix mix, IReadOnlyList<string> labels)
{
    private const double BlockSeconds = 1;

    /// <summary>One timeline of a recording's mixed channels.</summary>
    /// <exception cref="AudioFormatException">The recording is damaged, is empty, or contains samples that are not finite.</exception>
    public EmotionTimeline Mixed(AudioReader recording, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        WithNotes(Mix(Blocks(recording), recording.SampleRate, Follow(progress, Length(recording)), cancellationToken), recording);

    /// <summary>A timeline of each channel of a recording.</summary>
    /// <inheritdoc cref="Mixed(AudioReader, IProgress{AnalysisProgress}?, CancellationToken)" path="/exception"/>
    public IReadOnlyList<EmotionTimeline> Channels(AudioReader recording, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken) =>
        Array.ConvertAll(
            Each(Blocks(recording), recording.ChannelCount, recording.SampleRate, Follow(progress, Length(recording)), cancellationToken),
            timeline => WithNotes(timeline, recording));

    /// <summary>One timeline of a waveform's mixed channels.</summary>
    public EmotionTimeline Mixed(Waveform waveform, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        ThrowIfEmpty(waveform);
        return Mix(Blocks(waveform), waveform.SampleRate, Follow(progress, waveform.Duration), cancellationToken);
    }

    /// <summary>A timeline of each channel of a waveform.</summary>
    public IReadOnlyList<EmotionTimeline> Channels(Waveform waveform, IProgress<AnalysisProgress>? progress, CancellationToken cancellationToken)
    {
        ThrowIfEmpty(waveform);
        return Each(Blocks(waveform), waveform.ChannelCount, waveform.SampleRate, Follow(progress, waveform.Duration), cancellationToken);
    }

    /// <summary>The segments of audio while it arrives.</summary>
    /// <remarks>No native resource is held across an await: a block goes through the network within one call on one thread.</remarks>
    public async IAsyncEnumerable<EmotionSegment> Live(
        IAsyncEnumerable<Waveform> blocks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChannelMixer mixer = new(mix);
        TimelineStream? stream = null;
        (int Rate, int Channels) expected = default;
        await foreach (Waveform block in blocks.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            expected = stream is null ? (block.SampleRate, block.ChannelCount) : expected;
            ThrowIfOther(block, expected.Rate, expected.Channels);
            stream ??= createStream(block.SampleRate);
            TimelinePart part = await Task.Run(() => stream.Append(mixer.Mix(block), atOnce: true), cancellationToken).ConfigureAwait(false);
            foreach (EmotionSegment segment in part.Segments)
            {
                yield return segment;
            }
        }

        if (stream is null || stream.Duration == TimeSpan.Zero)
        {
            throw new ArgumentException(SampleGuard.NoSamples, nameof(blocks));
        }

        TimelinePart rest = await Task.Run(stream.Complete, cancellationToken).ConfigureAwait(false);
        foreach (EmotionSegment segment in rest.Segments)
        {
            yield return segment;
        }
    }

    private static void ThrowIfEmpty(Waveform waveform)
    {
        if (waveform.SampleCount == 0)
        {
            throw new ArgumentException(SampleGuard.NoSamples, nameof(waveform));
        }
    }

    private static void ThrowIfOther(Waveform block, int rate, int channels)
    {
        if (block.SampleRate != rate || block.ChannelCount != channels)
        {
            throw new ArgumentException(
                $"Found a block of {block.SampleRate} Hz with {block.ChannelCount} channels after one of {rate} Hz with {channels}; expected one format.",
                nameof(block));
        }
    }

    private static TimeSpan? Length(AudioReader recording) =>
        recording.SampleCount is { } count ? TimeSpan.FromSeconds((double)count / recording.SampleRate) : null;

    /// <summary>The notes of a reader are complete only after everything has been read.</summary>
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

    /// <summary>Bad samples in a recording are an error in the file and not an invalid argument.</summary>
    private static IEnumerable<Waveform> Blocks(AudioReader recording)
    {
        int length = Math.Max(1, (int)(BlockSeconds * recording.SampleRate));
        while (recording.Read(length) is { } block)
        {
            SampleGuard.ThrowIfUnusable(block, recording.Name, recording.Position - block.SampleCount);
            yield return block;
        }

        if (recording.Position == 0)
        {
            throw new AudioFormatException($"{recording.Name}: {SampleGuard.NoSamples}");
        }
    }
}
