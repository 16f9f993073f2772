using System.Net.WebSockets;
using System.Text.Json;

namespace EmoHRNet.WebApi.Tests;

/// <summary>Sends audio over a WebSocket, as a browser would, and reads the answers.</summary>
internal sealed class LiveClient : IDisposable
{
    private const int LargestAnswer = 64 * 1024;

    private readonly ClientWebSocket _socket;

    private LiveClient(ClientWebSocket socket) => _socket = socket;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? Protocol => _socket.SubProtocol;

    /// <summary>Connects; if the service refuses, the exception is <see cref="WebSocketException"/> and <paramref name="refused"/> gets its status.</summary>
    public static async Task<LiveClient> ConnectAsync(Uri service, string pathAndQuery, Action<int>? refused = null, params string[] protocols)
    {
        ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        Array.ForEach(protocols, socket.Options.AddSubProtocol);
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(service, pathAndQuery)) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
            return new LiveClient(socket);
        }
        catch (WebSocketException)
        {
            refused?.Invoke((int)socket.HttpStatusCode);
            socket.Dispose();
            throw;
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> audio) =>
        await _socket.SendAsync(audio, WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);

    public async Task EndAsync() => await _socket.SendAsync("end"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>The next answer; null when the service has closed.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        byte[] buffer = new byte[LargestAnswer];
        int length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), TestContext.Current.CancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        if (part.MessageType != WebSocketMessageType.Close)
        {
            return JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement;
        }

        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        return null;
    }

    public async Task<List<JsonElement>> ReadAllAsync()
    {
        List<JsonElement> answers = [];
        while (await ReadAsync() is { } answer)
        {
            answers.Add(answer);
        }

        return answers;
    }

    public void Dispose() => _socket.Dispose();
}
