using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Inference;
using EmoHRNet.Samples.WebApi.Telemetry;
using EmoHRNet.Samples.WebApi.Uploads;
using Microsoft.AspNetCore.Http.Timeouts;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>POST /analyze: the emotions of a long recording over time, streamed line by line.</summary>
internal static class AnalyzeEndpoint
{
    public const string TimeoutPolicy = "analysis";

    private const string LineType = "application/x-ndjson";
    private const string Mixed = "mixed";
    private const string Each = "each";

    public static void MapAnalyze(this IEndpointRouteBuilder routes) => routes.MapPost("/analyze", AnalyzeAsync)
        .TakesAudio(
            "The emotions of a long recording over time",
            "Streams one JSON object per line as soon as it is known: started, segments, then finished or failed. "
            + "channels=each analyzes every channel separately, as for a call with one speaker on each.")
        .TakesAnalysisQuery()
        .Produces<AnalysisEvent>(StatusCodes.Status200OK, LineType)
        .WithRequestTimeout(TimeoutPolicy);

    private static async Task AnalyzeAsync(
        HttpContext context,
        EmotionNetworkClassifier classifier,
        UploadReader uploads,
        ServiceTelemetry telemetry,
        ILogger<EventWriter> logger,
        CancellationToken cancellationToken,
        bool merge = true,
        string channels = Mixed,
        bool allowTruncated = false)
    {
        AnalysisOptions options = context.Request.ToAnalysisOptions(merge);
        bool eachChannel = channels is Mixed or Each
            ? channels == Each
            : throw new BadHttpRequestException($"channels is '{channels}'; expected {Mixed} or {Each}.");
        Stream upload = await Upload.ReceiveAsync(context.Request, telemetry, cancellationToken);
        long start = Stopwatch.GetTimestamp();
        using UploadedRecording recording = await uploads.OpenAsync(upload, allowTruncated, cancellationToken);
        using Activity? step = telemetry.Begin("analyze");
        ChannelMixer mixer = new(classifier.Model.Preparation.Mix);
        IAsyncEnumerable<AnalysisEvent> segments = eachChannel
            ? ChannelAnalysis.RunAsync(classifier, recording, options, cancellationToken)
            : MixedAsync(classifier, recording, mixer, options, cancellationToken);
        context.Response.ContentType = LineType;
        EventWriter output = new(context.Response);
        try
        {
            await output.WriteAsync(new AnalysisEvent.Started(recording.StatedSeconds, classifier.Labels), cancellationToken);
            await foreach (AnalysisEvent segment in segments)
            {
                await output.WriteAsync(segment, cancellationToken);
            }

            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            telemetry.Count("analyze", recording.SecondsRead, taken);
            await output.WriteAsync(
                new AnalysisEvent.Finished(recording.SecondsRead, taken.TotalMilliseconds, ServiceWords.Of([.. recording.Notes, .. mixer.Notes])), cancellationToken);
        }
        catch (Exception e) when (e is AudioFormatException or ArgumentException)
        {
            logger.LogInformation(e, "An analysis ended after {Seconds:0} seconds of audio", recording.SecondsRead);
            await output.WriteAsync(new AnalysisEvent.Failed(AudioProblem.Describe(e)), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation("Stopped an analysis after {Seconds:0} seconds of audio", recording.SecondsRead);
            await SayTimeIsUpAsync(context, output);
        }
    }

    private static async IAsyncEnumerable<AnalysisEvent> MixedAsync(
        EmotionNetworkClassifier classifier,
        UploadedRecording recording,
        ChannelMixer mixer,
        AnalysisOptions options,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ReadOnlyMemory<float>> mono =
            recording.ReadBlocksAsync(cancellationToken).Select(block => (ReadOnlyMemory<float>)mixer.Mix(block));
        await foreach (EmotionSegment segment in classifier.AnalyzeLiveAsync(mono, recording.SampleRate, options, cancellationToken))
        {
            yield return AnalysisEvent.Segment.Of(segment);
        }
    }

    /// <summary>Reports a timeout to the client, unless the client has disconnected.</summary>
    private static async Task SayTimeIsUpAsync(HttpContext context, EventWriter output)
    {
        if (context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
        {
            await output.WriteAsync(new AnalysisEvent.Failed("The analysis took longer than this service allows."), CancellationToken.None);
        }
    }
}
