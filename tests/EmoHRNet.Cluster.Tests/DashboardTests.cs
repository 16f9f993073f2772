using System.Globalization;
using System.Net;
using System.Text.Json;
using EmoHRNet.Cluster.Tests.Processes;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests;

public class DashboardTests
{
    [Fact]
    public async Task Silo_WithDashboard_ShowsThePageAndItsNumbers()
    {
        using TemporaryFolder folder = new();
        string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
        using SiloProcess silo = await SiloProcess.StartAsync(folder.Path, null, "--dashboard", address);
        using HttpClient browser = new() { BaseAddress = new Uri(address) };

        HttpResponseMessage page = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        // The dashboard counts anew every second or so.
        int hosts = await HostsAsync(browser);
        for (int i = 0; i < 60 && hosts == 0; i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            hosts = await HostsAsync(browser);
        }

        Assert.Equal(1, hosts);
    }

    private static async Task<int> HostsAsync(HttpClient browser)
    {
        string numbers = await browser.GetStringAsync(new Uri("/DashboardCounters", UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(numbers).RootElement.GetProperty("totalActiveHostCount").GetInt32();
    }
}
