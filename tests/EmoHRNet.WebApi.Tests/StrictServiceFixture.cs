using System.Net.Http.Headers;
using EmoHRNet.Core.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

/// <summary>A service for hardening tests: tight limits, a key, and a path as behind a proxy.</summary>
public sealed class StrictServiceFixture : IAsyncLifetime
{
    public const string Key = "open-sesame";
    public const string Path = "/emotions";
    public const int UploadMegabytes = 5;
    public const int IdleSeconds = 3;
    public const int LiveStreams = 2;

    private readonly TemporaryFolder _folder = new();

    internal ServiceProcess Service { get; private set; } = null!;

    /// <summary>Sends the key with every request.</summary>
    internal HttpClient Client => Service.Client;

    public async ValueTask InitializeAsync()
    {
        TestModel.Save(_folder["model.safetensors"]);
        Service = await ServiceProcess.StartAsync(
            $"EmoHRNet:ModelPath={_folder["model.safetensors"]}",
            $"ApiKey={Key}",
            $"PathBase={Path}",
            "Limits:ClipSeconds=20",
            $"Limits:UploadMegabytes={UploadMegabytes}",
            "Limits:AnalysisTimeoutSeconds=5",
            $"Limits:IdleSeconds={IdleSeconds}",
            $"Limits:LiveStreams={LiveStreams}",
            $"Limits:LiveIdleSeconds={IdleSeconds}");
        Service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        _folder.Dispose();
    }
}
