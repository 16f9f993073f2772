using System.Globalization;
using System.Text.Json;
using EmoHRNet.Audio;
using EmoHRNet.TestSupport;
using Microsoft.Playwright;

namespace EmoHRNet.WebApi.Tests;

[Collection(ServiceGroup.Name)]
public sealed class PageTests(ServiceFixture fixture)
{
    private const string Done = "#result[data-state=done]";
    private const string PictureWidth = "document.getElementById('spectrogram').decode().then(() => document.getElementById('spectrogram').naturalWidth)";

    [Fact]
    public async Task Page_ChosenClip_ShowsTheServicesAnswer()
    {
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(fixture.Service.Address);
        await Browser.KeepScreenshotAsync(page, "empty");
        await page.SetInputFilesAsync("#file", SampleFiles.Speech);
        await page.WaitForSelectorAsync(Done);
        JsonElement expected = await (await fixture.Client.PostFormAsync("/predict", File.ReadAllBytes(SampleFiles.Speech))).ReadJsonAsync();
        Assert.Equal(expected.GetProperty("label").GetString(), await page.TextContentAsync("#label"));
        Assert.Equal(
            expected.GetProperty("probabilities").EnumerateObject().OrderByDescending(p => p.Value.GetDouble()).Select(p => p.Name),
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#bars li')].map(row => row.dataset.label)"));
        Assert.Equal(1, await page.EvaluateAsync<double>("[...document.querySelectorAll('#bars li')].reduce((sum, row) => sum + Number(row.dataset.share), 0)"), 1e-4);
        Assert.InRange(await page.EvaluateAsync<int>(PictureWidth), 600, 2000);
        Assert.Contains("test license", await page.TextContentAsync("#license"), StringComparison.Ordinal);
        Assert.True(await page.IsHiddenAsync("#message"));
        Assert.Empty(browser.Complaints);
        await Browser.KeepScreenshotAsync(page, "clip");
    }

    [Fact]
    public async Task Page_DroppedClip_IsClassified()
    {
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(fixture.Service.Address);
        await page.EvaluateAsync(
            """
            clip => {
              const bytes = Uint8Array.from(atob(clip), letter => letter.charCodeAt(0));
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([bytes], "dropped.wav", { type: "audio/wav" }));
              document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
            }
            """,
            Convert.ToBase64String(File.ReadAllBytes(SampleFiles.Clip("creaky-loud"))));
        await page.WaitForSelectorAsync(Done);
        Assert.Equal("dropped.wav", await page.TextContentAsync("#name"));
        Assert.True(await page.IsVisibleAsync("#answer"));
    }

    [Fact]
    public async Task Page_Microphone_RecordsWhatIsPlayedToIt()
    {
        await using Browser browser = await Browser.StartAsync();
        Waveform played = Waveform.Load(SampleFiles.Speech);
        Waveform other = Waveform.Load(SampleFiles.Clip("creaky-loud"));
        double match = 0;

        // On a busy machine the browser's fake microphone itself leaves gaps, and the audio after a gap is shifted.
        for (int attempt = 0; attempt < 8 && match < 0.8; attempt++)
        {
            Waveform recorded = await RecordAsync(browser);
            Assert.InRange(recorded.Duration.TotalSeconds, 4, 60);
            Assert.InRange(SpeechMatch.Correlate(other, recorded), 0, 0.5);
            match = SpeechMatch.Correlate(played, recorded);
        }

        Assert.InRange(match, 0.8, 1.001);
        Assert.Empty(browser.Complaints);
    }

    private async Task<Waveform> RecordAsync(Browser browser)
    {
        IPage page = await browser.OpenAsync(fixture.Service.Address);
        await page.ClickAsync("#record");
        await page.WaitForSelectorAsync("#record-text:text-matches('0:0[4-9]')");
        await Browser.KeepScreenshotAsync(page, "recording");
        await page.ClickAsync("#record");
        await page.WaitForSelectorAsync(Done);
        Assert.True(await page.IsVisibleAsync("#answer"));
        Assert.InRange(await page.EvaluateAsync<int>(PictureWidth), 600, 2000);
        await Browser.KeepScreenshotAsync(page, "recorded");
        return Waveform.Load(Convert.FromBase64String(await page.EvaluateAsync<string>(
            """
            fetch(document.getElementById("player").src).then(response => response.arrayBuffer())
              .then(bytes => btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join("")))
            """)));
    }

    [Fact]
    public async Task Page_LongRecording_ShowsATimelineAndItsMean()
    {
        using TemporaryFolder folder = new();
        LongRecording.Save(folder["long.wav"], ServiceFixture.ClipSeconds + 15);
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(fixture.Service.Address);
        await page.SetInputFilesAsync("#file", folder["long.wav"]);
        await page.WaitForSelectorAsync(Done);
        Assert.Equal("Mean over the recording", await page.TextContentAsync("#answer-caption"));
        Assert.True(await page.IsHiddenAsync("#spectrogram-card"));
        double[] widths = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.segment')].map(block => parseFloat(block.style.width))");
        Assert.True(widths.Length > 1);
        Assert.Equal(100, widths.Sum(), 0.5);
        Assert.Equal(widths.Length, await page.EvaluateAsync<int>("document.querySelectorAll('#segments li').length"));
        Assert.Contains("analyzed in", await page.TextContentAsync("#timeline-state"), StringComparison.Ordinal);
        await page.ClickAsync("#timeline", new PageClickOptions { Position = new Position { X = 300, Y = 20 } });
        await page.WaitForFunctionAsync("parseFloat(document.getElementById('playhead').style.left) > 0");
        await Browser.KeepScreenshotAsync(page, "long");
    }

    [Fact]
    public async Task Page_CorruptOrTooLargeFile_SaysWhy()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["text.wav"], "this is no audio at all, only a line of text");
        await File.WriteAllBytesAsync(folder["large.wav"], new byte[(ServiceFixture.UploadMegabytes * 1_000_000) + 1], TestContext.Current.CancellationToken);
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(fixture.Service.Address, width: 360, height: 740);
        await page.SetInputFilesAsync("#file", folder["text.wav"]);
        await page.WaitForSelectorAsync(Done);
        Assert.Contains("The audio cannot be used", await page.TextContentAsync("#message"), StringComparison.Ordinal);
        await Browser.KeepScreenshotAsync(page, "corrupt");
        await page.SetInputFilesAsync("#file", folder["large.wav"]);
        await page.WaitForSelectorAsync("#message:text('MB')");
    }

    [Fact]
    public async Task Page_NarrowScreen_NeedsNoSidewaysScrolling()
    {
        await using Browser browser = await Browser.StartAsync();
        IPage page = await browser.OpenAsync(fixture.Service.Address, width: 360, height: 740);
        await page.SetInputFilesAsync("#file", SampleFiles.Speech);
        await page.WaitForSelectorAsync(Done);
        int width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 360, string.Create(CultureInfo.InvariantCulture, $"The page is {width} pixels wide."));
        await Browser.KeepScreenshotAsync(page, "narrow");
    }
}
