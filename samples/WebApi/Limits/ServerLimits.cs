using EmoHRNet.Samples.WebApi.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Limits;

/// <summary>Applies <see cref="ServiceLimits"/> to the server: large and slow uploads, idle connections, long work.</summary>
internal static class ServerLimits
{
    private static readonly TimeSpan FirstSeconds = TimeSpan.FromSeconds(5);

    public static void AddServerLimits(this IServiceCollection services)
    {
        services.AddOptions<ServiceLimits>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServiceLimits>>((server, limits) => Limit(server.Limits, limits.Value));
        services.AddOptions<FormOptions>()
            .Configure<IOptions<ServiceLimits>>((form, limits) => form.MultipartBodyLengthLimit = limits.Value.UploadBytes);
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ServiceLimits>>((timeouts, limits) =>
        {
            timeouts.DefaultPolicy = Policy(limits.Value.ClipTimeoutSeconds);
            timeouts.AddPolicy(AnalyzeEndpoint.TimeoutPolicy, Policy(limits.Value.AnalysisTimeoutSeconds));
        });
    }

    private static void Limit(KestrelServerLimits server, ServiceLimits limits)
    {
        server.MaxRequestBodySize = limits.UploadBytes;
        server.MinRequestBodyDataRate = new MinDataRate(limits.UploadBytesPerSecond, FirstSeconds);
        server.MaxConcurrentConnections = limits.Connections;
        server.KeepAliveTimeout = server.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.IdleSeconds);
    }

    private static RequestTimeoutPolicy Policy(int seconds) =>
        new() { Timeout = TimeSpan.FromSeconds(seconds), TimeoutStatusCode = StatusCodes.Status504GatewayTimeout };
}
