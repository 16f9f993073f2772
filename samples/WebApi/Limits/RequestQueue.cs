using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Limits;

/// <summary>Processes a few requests with audio in parallel, queues some, oldest first, and refuses the rest; live streams are limited separately.</summary>
internal static class RequestQueue
{
    public const string Policy = "audio";
    public const string LivePolicy = "live";

    public static void AddRequestQueue(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ServiceLimits>>((limiter, limits) =>
        {
            limiter.OnRejected = RefuseAsync;
            limiter.AddConcurrencyLimiter(Policy, queue =>
            {
                queue.PermitLimit = limits.Value.SimultaneousRequests;
                queue.QueueLimit = limits.Value.WaitingRequests;
                queue.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
            limiter.AddConcurrencyLimiter(LivePolicy, streams => streams.PermitLimit = limits.Value.LiveStreams);
        });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        HttpContext context = rejected.HttpContext;
        ServiceLimits limits = context.RequestServices.GetRequiredService<IOptions<ServiceLimits>>().Value;
        bool isLive = context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == LivePolicy;
        string full = isLive
            ? $"{limits.LiveStreams} live streams are open"
            : $"{limits.SimultaneousRequests} requests are worked on and {limits.WaitingRequests} wait";
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = limits.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "The service is busy.",
                Detail = $"{full}, as many as this service allows. Try again in {limits.RetryAfterSeconds} seconds.",
            },
        });
    }
}
