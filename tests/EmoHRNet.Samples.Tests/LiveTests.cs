using System.Diagnostics;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

public sealed class LiveTests
{
    [Fact]
    public async Task Live_RawSamplesOnStandardInput_GivesALineForEveryAnswer()
    {
        byte[] wav = WavBytes.Pcm16(16_000, [.. SyntheticVoice.Speech(4).Select(sample => (short)(sample * 32_767))]);
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Sample.PathOf("Live")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process live = Process.Start(start)!;
        Task<string> output = live.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> errors = live.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await live.StandardInput.BaseStream.WriteAsync(wav.AsMemory(44), TestContext.Current.CancellationToken);
        live.StandardInput.Close();
        string[] lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("CC BY-NC-SA", await errors, StringComparison.Ordinal);
        Assert.InRange(lines.Length, 4, 10);
        Assert.StartsWith("00:00:00.000", lines[0], StringComparison.Ordinal);
        Assert.Contains("00:00:04.000", lines[^1], StringComparison.Ordinal);
    }
}
