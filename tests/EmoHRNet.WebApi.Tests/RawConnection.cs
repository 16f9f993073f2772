using System.Net.Sockets;
using System.Text;

namespace EmoHRNet.WebApi.Tests;

/// <summary>A connection that sends malformed requests.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TcpClient _client;

    private RawConnection(TcpClient client) => _client = client;

    /// <summary>Connects and sends a text, which may be none, as bytes of Latin 1.</summary>
    public static async Task<RawConnection> OpenAsync(Uri address, string text)
    {
        TcpClient client = new();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        return new RawConnection(client);
    }

    /// <summary>The status code of the response; null if the service closes the connection without one.</summary>
    public async Task<int?> ReadStatusAsync()
    {
        StreamReader answer = new(_client.GetStream());
        string? line = await answer.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        return line is null ? null : int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => _client.Dispose();
}
