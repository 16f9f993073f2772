using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Samples.WebApi.Uploads;
using Microsoft.AspNetCore.Http.Timeouts;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>POST /analyze: the emotions of a long recording over time, line by line as they are found.</summary>
internal static class AnalyzeEndpoint
{
    public const string TimeoutPolicy = "analysis";

    private const string LineType = "application/x-ndjson";

    public static void MapAnalyze(this IEndpointRouteBuilder routes) => routes.MapPost("/analyze", AnalyzeAsync)
        .TakesAudio("The emotions of a long recording over time", "Answers with a JSON object per line as soon as it is known: started, segments, then finished or failed.")
        .Produces<AnalysisEvent>(StatusCodes.Status200OK, LineType)
        .WithRequestTimeout(TimeoutPolicy);

    private static async Task AnalyzeAsync(
        HttpContext context,
        EmotionClassifier classifier,
        ILogger<EventWriter> logger,
        CancellationToken cancellationToken,
        double? windowSeconds = null,
        double? hopSeconds = null,
        bool merge = true)
    {
        AnalysisOptions options = new() { WindowSeconds = windowSeconds, HopSeconds = hopSeconds, Merge = merge };
        options.Validate();
        Stream upload = await Upload.ReceiveAsync(context.Request, cancellationToken);
        long start = Stopwatch.GetTimestamp();
        using AudioReader reader = await UploadReader.OpenAsync(upload, cancellationToken);
        context.Response.ContentType = LineType;
        EventWriter output = new(context.Response);
        try
        {
            await output.WriteAsync(new AnalysisEvent.Started(Seconds(reader, reader.SampleCount), classifier.Labels), cancellationToken);
            await foreach (EmotionSegment segment in classifier.AnalyzeLiveAsync(
                UploadReader.ReadMonoAsync(reader, classifier.Model.Preparation.Mix, cancellationToken), reader.SampleRate, options, cancellationToken))
            {
                await output.WriteAsync(Describe(segment), cancellationToken);
            }

            AnalysisEvent.Finished finished = new(Seconds(reader, reader.Position) ?? 0, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await output.WriteAsync(finished, cancellationToken);
        }
        catch (Exception e) when (e is AudioFormatException or ArgumentException)
        {
            await output.WriteAsync(new AnalysisEvent.Failed(e.Message), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation("Stopped an analysis after {Seconds:0} seconds of audio", Seconds(reader, reader.Position));
            await SayTimeIsUpAsync(context, output);
        }
    }

    /// <summary>Whoever is gone is told nothing; whose time is up is still there.</summary>
    private static async Task SayTimeIsUpAsync(HttpContext context, EventWriter output)
    {
        if (context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
        {
            await output.WriteAsync(new AnalysisEvent.Failed("The analysis took longer than this service allows."), CancellationToken.None);
        }
    }

    private static AnalysisEvent.Segment Describe(EmotionSegment segment) => new(
        segment.Start.TotalSeconds, segment.End.TotalSeconds, segment.Label, segment.Confidence, segment.Prediction?.Probabilities);

    private static double? Seconds(AudioReader reader, long? samples) => (double?)samples / reader.SampleRate;
}
