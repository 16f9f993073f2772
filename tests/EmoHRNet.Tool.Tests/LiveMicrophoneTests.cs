using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

/// <summary>The real recorder, on a machine without a microphone: ALSA plays a file as the microphone.</summary>
public sealed class LiveMicrophoneTests : IDisposable
{
    private const int Rate = 16_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Live_MicrophoneThroughArecord_GivesTheLinesOfTheFilePlayed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && IsOnPath("arecord"), "arecord (package alsa-utils) is not installed.");
        short[] pcm = [.. Speech().Select(sample => (short)Math.Clamp(sample * 32_768, -32_768, 32_767))];
        File.WriteAllBytes(_folder["a.wav"], WavBytes.Pcm16(Rate, pcm));
        File.WriteAllBytes(_folder["a.raw"], WavBytes.Pcm16(Rate, pcm)[44..]);
        File.WriteAllText(_folder["alsa.conf"], $"pcm.recording {{ type file slave.pcm {{ type null }} file /dev/null infile \"{_folder["a.raw"]}\" format raw }}");
        string[] played = ToolProcess.Run(_folder.Path, "live", "--file", "a.wav", "--speed", "50", "--hop", "0.5")
            .StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The device continues after the file, so the last windows contain something else.
        int same = played.Length - 6;
        Assert.InRange(same, 6, 100);
        Assert.Equal(played.Take(same).Select(line => line.TrimEnd()), await ListenAsync(same));
    }

    private async Task<List<string>> ListenAsync(int lines)
    {
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [ToolProcess.Assembly, "live", "--microphone", "recording", "--hop", "0.5"])
        {
            RedirectStandardOutput = true,
            Environment = { ["ALSA_CONFIG_PATH"] = _folder["alsa.conf"] },
        };
        using Process live = Process.Start(start)!;
        try
        {
            using CancellationTokenSource patience = new(Patience);
            List<string> found = [];
            while (found.Count < lines && await live.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                found.Add(line.TrimEnd());
            }

            return found;
        }
        finally
        {
            live.Kill(entireProcessTree: true);
            await live.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ten seconds of real speech if available, otherwise a voice-like tone.</summary>
    private static float[] Speech()
    {
        IEnumerable<float> speech = SharedData.PathOrNull("corpora", "ravdess-mini") is { } corpus
            ? Directory.EnumerateFiles(corpus, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(4).SelectMany(path => Waveform.Load(path).Channel(0).ToArray())
            : Enumerable.Range(0, 10 * Rate).Select(i => (float)(0.3 * Math.Max(0.05, Math.Sin(i / 900.0)) * Math.Sin((0.06 * i) + (30 * Math.Sin(i / 9000.0)))));
        return [.. speech.Take(10 * Rate)];
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
