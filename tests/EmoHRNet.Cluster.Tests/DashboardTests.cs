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
        string numbers = await browser.GetStringAsync(new Uri("/DashboardCounters", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal(1, JsonDocument.Parse(numbers).RootElement.GetProperty("totalActiveHostCount").GetInt32());
    }
}
