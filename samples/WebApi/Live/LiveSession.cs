using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Samples.WebApi.Endpoints;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>One live stream from its first sample to its last segment.</summary>
/// <param name="socket">The connection.</param>
/// <param name="audio">The audio of the connection.</param>
/// <param name="services">Provides the JSON options.</param>
/// <param name="patience">The timeout for messages in both directions.</param>
internal sealed class LiveSession(WebSocket socket, LiveAudioStream audio, IServiceProvider services, TimeSpan patience)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly JsonSerializerOptions _settings = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
    private RawAudioFormat _format = new();

    /// <summary>The seconds of audio received.</summary>
    public double AudioSeconds => (double)audio.BytesRead / (LiveEncoding.Length(_format.Encoding) * _format.ChannelCount * _format.SampleRate);

    /// <summary>The time not spent waiting for audio.</summary>
    public TimeSpan Work { get; private set; }

    /// <exception cref="WebSocketException">The client is gone.</exception>
    /// <exception cref="OperationCanceledException">The client is gone, or does not read the answers.</exception>
    public async Task RunAsync(EmotionNetworkClassifier classifier, RawAudioFormat format, AnalysisOptions options, CancellationToken cancellationToken)
    {
        _format = format;
        long start = Stopwatch.GetTimestamp();
        try
        {
            await SendAsync(new AnalysisEvent.Started(null, classifier.Labels));
            await foreach (EmotionSegment segment in classifier.AnalyzeLiveAsync(audio, format, options, cancellationToken))
            {
                await SendAsync(AnalysisEvent.Segment.Of(segment));
            }

            Work = Stopwatch.GetElapsedTime(start) - audio.Waited;
            await SendAsync(new AnalysisEvent.Finished(AudioSeconds, Work.TotalMilliseconds, []));
            await CloseAsync(WebSocketCloseStatus.NormalClosure);
        }
        catch (Exception e) when (e is AudioFormatException or ArgumentException)
        {
            await FailAsync(AudioProblem.Describe(e), WebSocketCloseStatus.InvalidPayloadData);
        }
        catch (TimeoutException)
        {
            await FailAsync($"No audio came for {patience.TotalSeconds:0} seconds.", WebSocketCloseStatus.PolicyViolation);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && socket.State == WebSocketState.Open)
        {
            await FailAsync("The service is stopping.", WebSocketCloseStatus.EndpointUnavailable);
        }
    }

    private async Task FailAsync(string detail, WebSocketCloseStatus status)
    {
        await SendAsync(new AnalysisEvent.Failed(detail));
        await CloseAsync(status);
    }

    /// <summary>Sends a message, and closes the stream if the client does not read it in time; no audio is read meanwhile.</summary>
    private async Task SendAsync(AnalysisEvent answer)
    {
        using CancellationTokenSource limit = new(patience);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(answer, _settings), WebSocketMessageType.Text, true, limit.Token);
    }

    private async Task CloseAsync(WebSocketCloseStatus status)
    {
        using CancellationTokenSource limit = new(Farewell);
        await socket.CloseOutputAsync(status, null, limit.Token);
        await audio.DrainAsync(limit.Token);
    }
}
