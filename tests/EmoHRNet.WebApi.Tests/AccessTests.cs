using System.Net;
using System.Text.Json;

namespace EmoHRNet.WebApi.Tests;

/// <summary>API keys and addresses behind a proxy.</summary>
[Collection(ServiceGroup.Name)]
public sealed class AccessTests(ServiceFixture open, StrictServiceFixture closed)
{
    private static readonly byte[] Clip = File.ReadAllBytes(SampleFiles.Clip("creaky-loud"));

    [Theory]
    [InlineData(null, null, 401)]
    [InlineData("X-Api-Key", "close-sesame", 401)]
    [InlineData("Authorization", "Basic " + StrictServiceFixture.Key, 401)]
    [InlineData("X-Api-Key", StrictServiceFixture.Key, 200)]
    [InlineData("Authorization", "Bearer " + StrictServiceFixture.Key, 200)]
    public async Task Key_WhereOneIsSet_IsNeeded(string? header, string? value, int status)
    {
        foreach (string path in new[] { "/model", "/predict" })
        {
            using HttpClient client = new() { BaseAddress = closed.Service.Address };
            using HttpRequestMessage request = new(path == "/model" ? HttpMethod.Get : HttpMethod.Post, StrictServiceFixture.Path + path);
            request.Content = path == "/model" ? null : new ByteArrayContent(Clip);
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }

            HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, (int)answer.StatusCode);
            if (status == 401)
            {
                Assert.Contains("X-Api-Key", await answer.ReadProblemAsync(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Key_PageAndHealth_NeedNone()
    {
        using HttpClient client = new() { BaseAddress = closed.Service.Address };
        foreach (string path in new[] { "/", "/app.js", "/health", "/openapi/v1.json" })
        {
            HttpResponseMessage answer = await client.GetAsync(new Uri(StrictServiceFixture.Path + path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task PathBase_WithoutItsSlash_LeadsToThePage()
    {
        HttpResponseMessage page = await closed.Client.GetAsync(new Uri(StrictServiceFixture.Path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.EndsWith(StrictServiceFixture.Path + "/", page.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_LinksNothingFromTheRoot()
    {
        string page = await open.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        string code = await open.Client.GetStringAsync(new Uri("/app.js", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("(href|src|action)=\"/", page);
        Assert.DoesNotMatch("fetch\\([\"'`]/", code);
    }

    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7/32")]
    [InlineData("10.0.0.0/33", "10.0.0.0/8")]
    [InlineData("proxy.example", "10.0.0.0/8")]
    public async Task ProxyNetwork_ThatIsNone_EndsTheStartWithItsNameAndValue(string network, string help)
    {
        InvalidOperationException ended = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using ServiceProcess started = await ServiceProcess.StartAsync("Proxy:Networks:0=192.168.0.0/16", $"Proxy:Networks:1={network}");
        });
        Assert.Contains("Proxy:Networks:1", ended.Message, StringComparison.Ordinal);
        Assert.Contains(network, ended.Message, StringComparison.Ordinal);
        Assert.Contains(help, ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy:Networks:0", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForwardedPrefix_FromAProxyOnThisMachine_IsInTheAddresses()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.Add("X-Forwarded-Prefix", "/voices");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "example.org");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        JsonElement description = await (await open.Client.SendAsync(request, TestContext.Current.CancellationToken)).ReadJsonAsync();
        Assert.StartsWith("https://example.org/voices", description.GetProperty("servers")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
    }
}
