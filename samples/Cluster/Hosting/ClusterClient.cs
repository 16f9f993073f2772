using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>A connection to a running cluster.</summary>
internal sealed class ClusterClient : IAsyncDisposable
{
    private readonly IHost _host;

    private ClusterClient(IHost host) => _host = host;

    /// <exception cref="OrleansException">No silo answers.</exception>
    public static async Task<ClusterClient> ConnectAsync(StoreOptions store, int gatewayPort, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.UseOrleansClient(client =>
        {
            _ = store.Redis is null
                ? client.UseLocalhostClustering(gatewayPort)
                : client.UseRedisClustering(redis => redis.ConfigurationOptions = store.RedisOptions());
            client.Configure<Orleans.Configuration.ClusterOptions>(store.Name);
        });
        IHost host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new ClusterClient(host);
    }

    public IScoringJob Job(string name) => JobName.Of(_host.Services.GetRequiredService<IGrainFactory>(), name);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
