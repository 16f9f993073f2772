using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EmoHRNet.Core.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

[Collection(ServiceGroup.Name)]
public sealed class ServiceTests(ServiceFixture fixture)
{
    private readonly HttpClient _client = fixture.Client;

    [Theory]
    [InlineData("", 2000, 640)]
    [InlineData("?width=328&height=240", 656, 480)]
    public async Task Spectrogram_Clip_IsAPicture(string query, int width, int height)
    {
        HttpResponseMessage answer = await _client.PostFormAsync("/spectrogram" + query, File.ReadAllBytes(SampleFiles.Speech));
        Assert.SkipWhen(answer.StatusCode == HttpStatusCode.ServiceUnavailable, "This machine has no fonts.");
        byte[] png = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public async Task Spectrogram_CorruptClipOrSize_IsRefusedWithTheReason()
    {
        HttpResponseMessage narrow = await _client.PostFormAsync("/spectrogram?width=3", File.ReadAllBytes(SampleFiles.Speech));
        Assert.Contains("Width", await narrow.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        HttpResponseMessage comma = await _client.PostFormAsync("/spectrogram?width=1,000", File.ReadAllBytes(SampleFiles.Speech));
        Assert.Contains("width is '1,000'", await comma.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        HttpResponseMessage answer = await _client.PostBodyAsync("/spectrogram", WavBytes.FloatingPoint(16_000, [0, float.NaN, 0]));
        Assert.Contains("finite", await answer.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_Always_TellsLabelsLicenceAndLimits()
    {
        JsonElement model = await GetJsonAsync("/model");
        Assert.Equal(TestModel.Labels, model.GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal("test license", model.GetProperty("license").GetString());
        Assert.Equal(48 * 256 / 16_000.0, model.GetProperty("windowSeconds").GetDouble(), 1e-9);
        Assert.Equal(ServiceFixture.UploadMegabytes * 1_000_000L, model.GetProperty("uploadBytes").GetInt64());
        Assert.Equal(ServiceFixture.ClipSeconds, model.GetProperty("clipSeconds").GetInt32());
    }

    [Fact]
    public async Task Health_ModelAnswers_IsHealthy() =>
        Assert.Equal("Healthy", await _client.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task OpenApi_Always_DescribesEveryEndpoint()
    {
        JsonElement paths = (await GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.True(paths.GetProperty("/model").TryGetProperty("get", out _));
        foreach (string path in new[] { "/predict", "/spectrogram", "/analyze" })
        {
            JsonElement post = paths.GetProperty(path).GetProperty("post");
            Assert.NotEmpty(post.GetProperty("summary").GetString()!);
            JsonElement content = post.GetProperty("requestBody").GetProperty("content");
            JsonElement file = content.GetProperty("multipart/form-data").GetProperty("schema").GetProperty("properties").GetProperty("file");
            Assert.Contains("audio/webm", file.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Contains("A-law", content.GetProperty("audio/wav").GetProperty("schema").GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Contains("WAV", post.GetProperty("requestBody").GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Equal(["200", "400", "401", "408", "413", "503", "504"], post.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Page_Always_ComesWithItsFilesAndNothingElse()
    {
        string page = await _client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("style.css", page, StringComparison.Ordinal);
        Assert.Contains("app.js", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownPath_Always_IsAProblem()
    {
        HttpResponseMessage answer = await _client.GetAsync(new Uri("/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        await answer.ReadProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Upload_SlowerThanTheLimit_IsGivenUp()
    {
        await using ServiceProcess service = await ServiceProcess.StartAsync($"EmoHRNet:ModelPath={fixture.ModelPath}", "Limits:ClipTimeoutSeconds=1");
        using TcpClient client = new(service.Address.Host, service.Address.Port);
        await client.GetStream().WriteAsync("POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nRIFF"u8.ToArray(), TestContext.Current.CancellationToken);
        using StreamReader answer = new(client.GetStream());
        string? status = await answer.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal("HTTP/1.1 504 Gateway Timeout", status);
    }

    [Fact]
    public async Task Health_NoFolderForUploads_IsUnhealthyAndUploadsAreRefused()
    {
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            new Dictionary<string, string> { ["ASPNETCORE_TEMP"] = "/nowhere/at/all" }, $"EmoHRNet:ModelPath={fixture.ModelPath}");
        HttpResponseMessage health = await service.Client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        HttpResponseMessage answer = await service.Client.PostBodyAsync("/predict", File.ReadAllBytes(SampleFiles.Speech));
        string problem = await answer.ReadProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("nowhere", problem, StringComparison.Ordinal);
        HttpResponseMessage form = await service.Client.PostFormAsync("/predict", File.ReadAllBytes(SampleFiles.Speech));
        await form.ReadProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public void Start_NoModelOrBadLimits_SaysSoAndEnds()
    {
        AssertPlainFailure("none.safetensors", "--EmoHRNet:ModelPath=none.safetensors");
        AssertPlainFailure("UploadMegabytes", $"--EmoHRNet:ModelPath={fixture.ModelPath}", "--Limits:UploadMegabytes=0");
    }

    private static void AssertPlainFailure(string word, params string[] settings)
    {
        ProcessResult result = DotNetProcess.Run(SampleFiles.ServiceFolder, [SampleFiles.ServiceAssembly, "--urls=http://127.0.0.1:0", .. settings]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(word, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    private async Task<JsonElement> GetJsonAsync(string path) =>
        await (await _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).ReadJsonAsync();
}
