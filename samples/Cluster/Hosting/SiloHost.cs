using EmoHRNet.OnnxRuntime;
using EmoHRNet.Samples.Cluster.Output;
using EmoHRNet.Samples.Cluster.Scoring;
using Orleans.Dashboard;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>Builds a silo: Orleans, one model in memory, and the loop that pulls batches.</summary>
internal static class SiloHost
{
    private static readonly TimeSpan TimeForTheLastBatch = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(10);

    /// <exception cref="FileNotFoundException">There is no such model.</exception>
    /// <exception cref="ModelFormatException">The file is not a model.</exception>
    public static IHost Create(SiloOptions options)
    {
        if (options.Dashboard is null)
        {
            HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
            Configure(builder, options);
            return builder.Build();
        }

        WebApplicationBuilder web = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Configure(web, options);
        web.WebHost.UseUrls(options.Dashboard);
        WebApplication application = web.Build();
        application.MapOrleansDashboard();
        return application;
    }

    private static void Configure(IHostApplicationBuilder builder, SiloOptions options)
    {
        builder.Logging.SetMinimumLevel(options.IsQuiet ? LogLevel.Critical : LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeForTheLastBatch);
        builder.UseOrleans(silo => ConfigureSilo(silo, options));
        builder.Services.AddEmoHRNetOnnx(onnx =>
        {
            onnx.ModelPath = options.ModelPath;
            onnx.Classifier = new OnnxEmotionClassifierOptions { Threads = options.Threads };
        });
        builder.Services.AddSingleton(ServedModel.Of(options.ModelPath));
        builder.Services.AddSingleton(new ScoringOptions(options.Parallel));
        builder.Services.AddSingleton(new TableOutput(options.Postgres));
        builder.Services.AddSingleton<ResultOutputs>();
        builder.Services.AddSingleton<RecordingScorer>();
        builder.Services.AddSingleton(new HttpClient { Timeout = LongestDownload });
        builder.Services.AddSingleton(TimeProvider.System);

        // Added after Orleans, so that it stops first: the last batch is counted while the silo is still in the cluster.
        builder.Services.AddHostedService<BatchPuller>();
    }

    private static void ConfigureSilo(ISiloBuilder silo, SiloOptions options)
    {
        if (options.Store.Redis is null)
        {
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort).AddMemoryGrainStorageAsDefault();
        }
        else
        {
            silo.UseRedisClustering(redis => redis.ConfigurationOptions = options.Store.RedisOptions())
                .AddRedisGrainStorageAsDefault(redis => redis.ConfigurationOptions = options.Store.RedisOptions())
                .ConfigureEndpoints(options.Address, options.SiloPort, options.GatewayPort);
        }

        silo.Configure<Orleans.Configuration.ClusterOptions>(options.Store.Name);
        if (options.Dashboard is not null || options.Store.Redis is not null)
        {
            // Every silo collects statistics, which the silo with the dashboard shows.
            silo.AddDashboard();
        }
    }
}
