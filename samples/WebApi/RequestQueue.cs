using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi;

/// <summary>Works on a few requests with audio at once, lets some wait, oldest first, and refuses the rest.</summary>
internal static class RequestQueue
{
    public const string Policy = "audio";

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
        });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        HttpContext context = rejected.HttpContext;
        ServiceLimits limits = context.RequestServices.GetRequiredService<IOptions<ServiceLimits>>().Value;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = limits.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "The service is busy.",
                Detail = $"{limits.SimultaneousRequests} requests are worked on and {limits.WaitingRequests} wait, as many as this service allows. Try again in {limits.RetryAfterSeconds} seconds.",
            },
        });
    }
}
