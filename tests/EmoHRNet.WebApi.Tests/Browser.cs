using Microsoft.Playwright;

namespace EmoHRNet.WebApi.Tests;

/// <summary>An installed headless Chromium, whose microphone plays a file.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string ScreenshotVariable = "EMOHRNET_SCREENSHOTS";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private Browser(IPlaywright driver, IBrowser browser) => (_driver, _browser) = (driver, browser);

    /// <summary>Errors in the page, and its requests to other hosts.</summary>
    public List<string> Complaints { get; } = [];

    private static string? Executable => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts the browser; skips the test if there is none.</summary>
    /// <param name="hasMicrophone">Whether a file is played as its microphone; otherwise there is none.</param>
    public static async Task<Browser> StartAsync(bool hasMicrophone = true)
    {
        string[] microphone =
            ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-audio-capture={SampleFiles.Speech}"];
        Assert.SkipWhen(Executable is null, "There is no Chromium here (on Debian: apt-get install chromium).");
        IPlaywright driver = await Playwright.CreateAsync();
        IBrowser browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            Timeout = 120_000,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", .. hasMicrophone ? microphone : [],
            ],
        });
        return new Browser(driver, browser);
    }

    /// <summary>Opens a page and waits until it can be used, or until it is in another state.</summary>
    /// <param name="address">The page.</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="state">The state of the page when it is ready.</param>
    /// <param name="script">A script that runs before the page; null for none.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1000, int height = 1250, string state = "ready", string? script = null)
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["microphone"],
        });
        context.SetDefaultTimeout(120_000);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority != address.Authority, request.Url);
        if (script is not null)
        {
            await page.AddInitScriptAsync(script);
        }

        await page.GotoAsync(address.ToString());
        await page.WaitForSelectorAsync($"body[data-state={state}]");
        return page;
    }

    /// <summary>Saves a screenshot of the page if a folder for it is set.</summary>
    public static async Task KeepScreenshotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotVariable) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }

    private void Note(bool isBad, string text)
    {
        if (isBad)
        {
            Complaints.Add(text);
        }
    }
}
