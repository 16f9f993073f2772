using Microsoft.AspNetCore.HttpOverrides;

namespace EmoHRNet.Samples.WebApi.Access;

/// <summary>
/// Lets the service stand behind a reverse proxy, below a path of it: as the proxy says in its headers, where it runs on this machine or in one
/// of the networks of <c>Proxy:Networks</c>, or as <c>PathBase</c> says.
/// </summary>
internal static class ReverseProxy
{
    public static void AddReverseProxy(this WebApplicationBuilder builder)
    {
        string[] networks = builder.Configuration.GetSection("Proxy:Networks").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.All;
            foreach (string network in networks)
            {
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    public static void UseReverseProxy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (app.Configuration["PathBase"] is { Length: > 0 } path)
        {
            app.UsePathBase("/" + path.Trim('/'));
        }
    }
}
