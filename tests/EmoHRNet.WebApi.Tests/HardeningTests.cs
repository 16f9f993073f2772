using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace EmoHRNet.WebApi.Tests;

/// <summary>Attacks on the service: each is refused or times out with its status, and the service still answers afterwards.</summary>
[Collection(ServiceGroup.Name)]
public sealed class HardeningTests(StrictServiceFixture fixture) : IAsyncLifetime
{
    private const string Predict = StrictServiceFixture.Path + "/predict";
    private const string Analyze = StrictServiceFixture.Path + "/analyze";
    private const string Head = "Host: localhost\r\nX-Api-Key: " + StrictServiceFixture.Key + "\r\n";

    private static readonly byte[] Clip = File.ReadAllBytes(SampleFiles.Clip("creaky-loud"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>After each of them the service must be alive.</summary>
    public async ValueTask DisposeAsync()
    {
        Assert.Equal(HttpStatusCode.OK, (await fixture.Client.PostBodyAsync(Predict, Clip)).StatusCode);
        Assert.Equal("Healthy", await fixture.Client.GetStringAsync(new Uri(StrictServiceFixture.Path + "/health", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Upload_HalfSentAndThenSilent_IsTimedOut()
    {
        using RawConnection slow = await RawConnection.OpenAsync(fixture.Service.Address, $"POST {Predict} HTTP/1.1\r\n{Head}Content-Length: 100000\r\n\r\nRIFF");
        Assert.Equal(408, await slow.ReadStatusAsync());
    }

    [Fact]
    public async Task Upload_BrokenOff_LeavesNothingBehind()
    {
        for (int i = 0; i < 20; i++)
        {
            using RawConnection gone = await RawConnection.OpenAsync(fixture.Service.Address, $"POST {Analyze} HTTP/1.1\r\n{Head}Content-Length: 100000\r\n\r\n{new string('x', 50_000)}");
        }
    }

    [Fact]
    public async Task Request_HalfAHead_IsTimedOut()
    {
        using RawConnection slow = await RawConnection.OpenAsync(fixture.Service.Address, $"POST {Predict} HTTP/1.1\r\nHost: ");
        Assert.Equal(408, await slow.ReadStatusAsync());
    }

    [Fact]
    public async Task Connections_ThatSendNothing_AreClosedAndHinderNobody()
    {
        RawConnection[] idle = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => RawConnection.OpenAsync(fixture.Service.Address, "")));
        Assert.Equal(HttpStatusCode.OK, (await fixture.Client.PostBodyAsync(Predict, Clip)).StatusCode);
        Assert.All(await Task.WhenAll(idle.Select(connection => connection.ReadStatusAsync())), status => Assert.True(status is null or 408));
        Array.ForEach(idle, connection => connection.Dispose());
    }

    [Fact]
    public async Task Upload_OfTwoGigabytes_IsRefusedAtItsHead()
    {
        using RawConnection large = await RawConnection.OpenAsync(fixture.Service.Address, $"POST {Predict} HTTP/1.1\r\n{Head}Content-Length: 2147483648\r\n\r\nRIFF");
        Assert.Equal(413, await large.ReadStatusAsync());
    }

    [Theory]
    [InlineData("application/json", 200)] // the content decides
    [InlineData("audio/", 200)]
    [InlineData("multipart/form-data", 400)]
    [InlineData("multipart/form-data; boundary=nothing-like-it", 400)]
    public async Task Upload_OddContentType_HasItsStatus(string type, int status)
    {
        ByteArrayContent content = new(Clip);
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        HttpResponseMessage answer = await fixture.Client.PostAsync(new Uri(Predict, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("{\"audio\": true}")]
    [InlineData("<html>not audio</html>")]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n/etc/hostname\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile /etc/hostname\n")]
    public async Task Upload_NotAudio_IsRefusedWithoutAWordOfThisMachine(string text)
    {
        string problem = await (await fixture.Client.PostBodyAsync(Predict, Encoding.UTF8.GetBytes(text), "text/plain")).ReadProblemAsync(HttpStatusCode.BadRequest);
        Assert.DoesNotContain("ffmpeg", problem, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("C:\\Windows\\System32\\config.wav")]
    [InlineData("concat:a|b -y.wav")]
    [InlineData("%00%2e%2e%2f.wav")]
    public async Task Upload_NameWithTricks_IsNotUsed(string name)
    {
        ByteArrayContent part = new(Clip);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = $"\"{name}\"" };
        HttpResponseMessage answer = await fixture.Client.PostAsync(new Uri(Predict, UriKind.Relative), new MultipartFormDataContent { part }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("etc", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/..\\appsettings.json")]
    public async Task Path_WithTricks_LeadsNowhere(string path)
    {
        using RawConnection asking = await RawConnection.OpenAsync(fixture.Service.Address, $"GET {StrictServiceFixture.Path}{path} HTTP/1.1\r\n{Head}Connection: close\r\n\r\n");
        Assert.Equal(404, await asking.ReadStatusAsync());
    }

    [Fact]
    public async Task Upload_SmallFileThatUnpacksToHours_CostsNoMoreThanItMay()
    {
        byte[]? bomb = Ffmpeg.Silence("flac", TimeSpan.FromHours(2));
        byte[]? foreign = Ffmpeg.Silence("m4a", TimeSpan.FromHours(2));
        Assert.SkipWhen(bomb is null || foreign is null, "There is no ffmpeg here that writes FLAC and M4A.");
        foreach (byte[] upload in new[] { bomb, foreign })
        {
            Assert.InRange(upload.Length, 1, StrictServiceFixture.UploadMegabytes * 1_000_000);
            Assert.Contains("/analyze", await (await fixture.Client.PostBodyAsync(Predict, upload)).ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
            string lines = await (await fixture.Client.PostBodyAsync(Analyze + "?merge=false&hopSeconds=0.02&windowSeconds=0.1", upload)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("longer than this service allows", lines.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        }
    }
}
