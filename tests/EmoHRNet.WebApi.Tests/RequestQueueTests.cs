using System.Net;
using System.Net.Sockets;

namespace EmoHRNet.WebApi.Tests;

/// <summary>A service that processes one request at once and queues one.</summary>
[Collection(ServiceGroup.Name)]
public sealed class RequestQueueTests(ServiceFixture fixture)
{
    private static readonly byte[] Clip = File.ReadAllBytes(SampleFiles.Speech);

    [Fact]
    public async Task Requests_BeyondThoseWaiting_AreRefusedAndTheOthersAnswered()
    {
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            $"EmoHRNet:ModelPath={fixture.ModelPath}", "Limits:SimultaneousRequests=1", "Limits:WaitingRequests=1", "Limits:RetryAfterSeconds=7");
        using TcpClient slow = new(service.Address.Host, service.Address.Port);
        await slow.GetStream().WriteAsync("POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nRIFF"u8.ToArray(), TestContext.Current.CancellationToken);
        List<Task<HttpResponseMessage>> asked = await AskUntilRefusedAsync(service.Client);
        HttpResponseMessage refused = await asked[^1];
        Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter?.Delta);
        Assert.Contains("Try again in 7 seconds", await refused.ReadProblemAsync(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        Assert.Equal("Healthy", await service.Client.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken));
        slow.Close();
        foreach (HttpResponseMessage answer in await Task.WhenAll(asked.SkipLast(1)))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await service.Client.PostBodyAsync("/predict", Clip)).StatusCode);
    }

    /// <summary>The slow upload takes the only place when the service has read its header, so the first requests may still overtake it.</summary>
    private static async Task<List<Task<HttpResponseMessage>>> AskUntilRefusedAsync(HttpClient client)
    {
        List<Task<HttpResponseMessage>> asked = [];
        for (int i = 0; i < 50; i++)
        {
            Task<HttpResponseMessage> next = client.PostBodyAsync("/predict", Clip);
            asked.Add(next);
            Task first = await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
            if (first == next && (await next).StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return asked;
            }
        }

        throw new InvalidOperationException("No request was refused.");
    }
}
