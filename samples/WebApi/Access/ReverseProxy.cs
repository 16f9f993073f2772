using System.Net.Sockets;
using EmoHRNet.Audio.Options;
using Microsoft.AspNetCore.HttpOverrides;
using IPAddress = System.Net.IPAddress;
using IPNetwork = System.Net.IPNetwork;

namespace EmoHRNet.Samples.WebApi.Access;

/// <summary>
/// Supports a reverse proxy that serves the service below a path: from the headers of a proxy on this machine or in one of the networks
/// of <c>Proxy:Networks</c>, or from the setting <c>PathBase</c>.
/// </summary>
internal static class ReverseProxy
{
    private const string Networks = "Proxy:Networks";

    /// <exception cref="InvalidOptionsException">An entry is not a network.</exception>
    public static void AddReverseProxy(this WebApplicationBuilder builder)
    {
        IReadOnlyList<IPNetwork> networks = Parse(builder.Configuration.GetSection(Networks).Get<string[]>() ?? []);
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.All;
            foreach (IPNetwork network in networks)
            {
                headers.KnownIPNetworks.Add(network);
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

    private static List<IPNetwork> Parse(string[] texts)
    {
        OptionProblems problems = new();
        List<IPNetwork> networks = [];
        for (int i = 0; i < texts.Length; i++)
        {
            problems.Require(IPNetwork.TryParse(texts[i], out IPNetwork network), $"{Networks}:{i}", texts[i], Expected(texts[i]));
            networks.Add(network);
        }

        problems.ThrowIfAny("appsettings.json");
        return networks;
    }

    private static string Expected(string text) => IPAddress.TryParse(text, out IPAddress? address)
        ? $"a network; for this one address {address}/{(address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)}"
        : "a network such as 10.0.0.0/8 or fd00::/8";
}
