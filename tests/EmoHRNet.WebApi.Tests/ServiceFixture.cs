using EmoHRNet.Core.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

/// <summary>One service for all tests, with a small seeded model and tight limits.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    public const int ClipSeconds = 20;
    public const int UploadMegabytes = 30;

    private readonly TemporaryFolder _folder = new();

    internal ServiceProcess Service { get; private set; } = null!;

    internal HttpClient Client => Service.Client;

    public string ModelPath => _folder["model.safetensors"];

    public async ValueTask InitializeAsync()
    {
        TestModel.Save(ModelPath);
        Service = await ServiceProcess.StartAsync($"EmoHRNet:ModelPath={ModelPath}", $"Limits:ClipSeconds={ClipSeconds}", $"Limits:UploadMegabytes={UploadMegabytes}");
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        _folder.Dispose();
    }
}
