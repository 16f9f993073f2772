using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EmoHRNet.Samples.WebApi.Uploads;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>
/// Analyzes every channel of a recording separately and in parallel: decoding waits for the slowest channel, and analysis waits
/// for the client.
/// </summary>
internal sealed class ChannelAnalysis : IDisposable
{
    /// <summary>The maximum number of channels; a header may claim thousands, and each costs as much as a recording.</summary>
    public const int MaximumChannelCount = 8;

    private readonly Channel<ReadOnlyMemory<float>>[] _channels;
    private readonly Channel<AnalysisEvent> _found = Channel.CreateBounded<AnalysisEvent>(MaximumChannelCount);
    private readonly CancellationTokenSource _stop;

    private ChannelAnalysis(int channelCount, CancellationToken cancellationToken)
    {
        _channels = [.. Enumerable.Range(0, channelCount).Select(_ => Channel.CreateBounded<ReadOnlyMemory<float>>(1))];
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <exception cref="BadHttpRequestException">The recording has too many channels.</exception>
    public static IAsyncEnumerable<AnalysisEvent> RunAsync(
        EmotionNetworkClassifier classifier, UploadedRecording recording, AnalysisOptions options, CancellationToken cancellationToken) =>
        recording.ChannelCount <= MaximumChannelCount
            ? FollowAsync(classifier, recording, options, cancellationToken)
            : throw new BadHttpRequestException(
                $"The recording has {recording.ChannelCount} channels; at most {MaximumChannelCount} are analyzed separately. Leave out channels=each to mix them.");

    public void Dispose() => _stop.Dispose();

    private static async IAsyncEnumerable<AnalysisEvent> FollowAsync(
        EmotionNetworkClassifier classifier, UploadedRecording recording, AnalysisOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using ChannelAnalysis analysis = new(recording.ChannelCount, cancellationToken);
        Task work = analysis.WorkAsync(classifier, recording, options);
        try
        {
            await foreach (AnalysisEvent segment in analysis._found.Reader.ReadAllAsync(cancellationToken))
            {
                yield return segment;
            }
        }
        finally
        {
            await analysis._stop.CancelAsync();
            await work;
        }
    }

    /// <summary>Never throws: the first error is passed to the reader of the segments.</summary>
    private async Task WorkAsync(EmotionNetworkClassifier classifier, UploadedRecording recording, AnalysisOptions options)
    {
        IEnumerable<Task> hearing = _channels.Select((_, channel) => GuardAsync(() => HearAsync(channel, classifier, recording.SampleRate, options)));
        await Task.WhenAll([GuardAsync(() => FeedAsync(recording)), .. hearing]);
        _found.Writer.TryComplete();
    }

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            _found.Writer.TryComplete(e);
            await _stop.CancelAsync();
        }
    }

    private async Task FeedAsync(UploadedRecording recording)
    {
        await foreach (Audio.Waveform block in recording.ReadBlocksAsync(_stop.Token))
        {
            for (int channel = 0; channel < _channels.Length; channel++)
            {
                await _channels[channel].Writer.WriteAsync(block.Channel(channel).ToArray(), _stop.Token);
            }
        }

        Array.ForEach(_channels, channel => channel.Writer.Complete());
    }

    private async Task HearAsync(int channel, EmotionNetworkClassifier classifier, int sampleRate, AnalysisOptions options)
    {
        await foreach (EmotionSegment segment in classifier.AnalyzeLiveAsync(
            _channels[channel].Reader.ReadAllAsync(_stop.Token), sampleRate, options, _stop.Token))
        {
            await _found.Writer.WriteAsync(AnalysisEvent.Segment.Of(segment, channel + 1), _stop.Token);
        }
    }
}
