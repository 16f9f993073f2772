using System.Net.WebSockets;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Samples.WebApi.Endpoints;
using EmoHRNet.Samples.WebApi.Limits;
using EmoHRNet.Samples.WebApi.Telemetry;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>GET /live: a WebSocket that receives PCM and sends segments, the same as /analyze for the same audio.</summary>
internal static class LiveEndpoint
{
    private const string SampleRate = "sampleRate";
    private const string Channels = "channels";
    private const int DefaultSampleRate = 16_000;
    private const int LowestSampleRate = 1_000;
    private const int MostChannels = 8;

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapGet("/live", RunAsync)
        .WithSummary("The emotions of live audio, over a WebSocket")
        .WithDescription(
            "Binary messages hold samples without a header, cut anywhere; a text message ends the audio. Answers are text messages, each a JSON object: "
            + "started, segments, then finished or failed. A client that sends faster than the service reads has to wait.")
        .TakesNumbers(
            (SampleRate, JsonSchemaType.Integer, "Samples per second of each channel, 1,000 to 768,000. Default 16,000."),
            (Channels, JsonSchemaType.Integer, "The number of channels, whose samples alternate, 1 to 8. Default 1."))
        .TakesAnalysisQuery()
        .Produces(StatusCodes.Status101SwitchingProtocols)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .RequireRateLimiting(RequestQueue.LivePolicy)
        .DisableRequestTimeout();

    private static async Task RunAsync(
        HttpContext context,
        EmotionNetworkClassifier classifier,
        ServiceTelemetry telemetry,
        IOptions<ServiceLimits> limits,
        IHostApplicationLifetime lifetime,
        ILogger<LiveSession> logger,
        bool merge = true,
        string encoding = LiveEncoding.Pcm16)
    {
        RawAudioFormat format = new()
        {
            SampleRate = InRange(SampleRate, context.Request.Number<int>(SampleRate) ?? DefaultSampleRate, LowestSampleRate, Waveform.MaximumSampleRate),
            ChannelCount = InRange(Channels, context.Request.Number<int>(Channels) ?? 1, 1, MostChannels),
            Encoding = LiveEncoding.Parse(encoding),
        };
        AnalysisOptions options = context.Request.ToAnalysisOptions(merge);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new BadHttpRequestException("Expected a WebSocket; for whole recordings there is /analyze.");
        }

        string? protocol = context.WebSockets.WebSocketRequestedProtocols.Contains(LiveProtocol.Name) ? LiveProtocol.Name : null;
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        TimeSpan patience = TimeSpan.FromSeconds(limits.Value.LiveIdleSeconds);
        using LiveAudioStream audio = new(socket, patience);
        LiveSession session = new(socket, audio, context.RequestServices, patience);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        telemetry.StreamOpened();
        try
        {
            await session.RunAsync(classifier, format, options, stop.Token);
            telemetry.Count("live", session.AudioSeconds, session.Work);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            logger.LogInformation("A live stream broke off after {Seconds:0} seconds of audio", session.AudioSeconds);
        }
        finally
        {
            telemetry.StreamClosed();
        }
    }

    private static int InRange(string name, int value, int lowest, int highest) => value >= lowest && value <= highest
        ? value
        : throw new BadHttpRequestException(FormattableString.Invariant($"{name} is {value}; expected {lowest} to {highest}."));
}
