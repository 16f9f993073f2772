using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Samples.WebApi.Live;

namespace EmoHRNet.Samples.WebApi.Access;

/// <summary>Requires the key of the setting <c>ApiKey</c>; without the setting every request is allowed.</summary>
internal static class ApiKey
{
    private const string Header = "X-Api-Key";
    private const string Scheme = "Bearer ";

    /// <summary>Marks endpoints that require the key.</summary>
    public static RouteGroupBuilder NeedsApiKey(this RouteGroupBuilder group) => group.WithMetadata(new Needed());

    public static void UseApiKey(this WebApplication app)
    {
        if (app.Configuration["ApiKey"] is not { Length: > 0 } key)
        {
            return;
        }

        byte[] expected = Hash(key);
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<Needed>() is null || Sent(context.Request).Any(sent => IsSame(expected, sent)))
            {
                await next(context);
                return;
            }

            await RefuseAsync(context);
        });
    }

    /// <summary>Browsers cannot set headers of a WebSocket, but can name its protocols.</summary>
    private static IEnumerable<string> Sent(HttpRequest request) =>
    [
        .. request.Headers[Header].OfType<string>(),
        .. request.Headers.Authorization.OfType<string>()
            .Where(value => value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)).Select(value => value[Scheme.Length..].Trim()),
        .. request.HttpContext.WebSockets.WebSocketRequestedProtocols
            .Where(name => name.StartsWith(LiveProtocol.KeyPrefix, StringComparison.Ordinal)).Select(name => name[LiveProtocol.KeyPrefix.Length..]),
    ];

    /// <summary>Compares hashes, which have the same length, in constant time.</summary>
    private static bool IsSame(byte[] expected, string sent) => CryptographicOperations.FixedTimeEquals(expected, Hash(sent));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = Scheme.Trim();
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status401Unauthorized,
                Title = "This service needs a key.",
                Detail = $"Send it as the header {Header}, or as Authorization: Bearer.",
            },
        });
    }

    /// <summary>Metadata of endpoints that require the key.</summary>
    private sealed record Needed;
}
