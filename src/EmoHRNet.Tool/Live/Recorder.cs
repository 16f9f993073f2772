using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Tool.Live;

/// <summary>Reads the microphone through an installed recorder: arecord on Linux, ffmpeg everywhere.</summary>
/// <param name="microphone">The recorder's name of the microphone; null is its default.</param>
internal sealed class Recorder(string? microphone) : ILiveSource
{
    public int SampleRate => 16_000;

    public async IAsyncEnumerable<ReadOnlyMemory<float>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using Process process = Start();
        using CancellationTokenRegistration kill = cancellationToken.Register(process.Kill);
        using AudioReader reader = AudioReader.Open(process.StandardOutput.BaseStream, new AudioReadOptions { Raw = new RawAudioFormat { SampleRate = SampleRate } });
        await foreach (Waveform block in reader.ReadBlocksAsync(SampleRate / 10, cancellationToken))
        {
            yield return block.Channel(0).ToArray();
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new IOException($"The recorder {process.StartInfo.FileName} ended. Is there a microphone? Name one with --microphone, or play a file with --file.");
    }

    private Process Start()
    {
        foreach ((string program, string[] arguments) in Commands())
        {
            try
            {
                return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            }
            catch (Win32Exception)
            {
                // This one is not installed; the next may be.
            }
        }

        throw new FileNotFoundException("No recorder was found: install arecord (package alsa-utils) or ffmpeg, or play a file with --file.");
    }

    private IEnumerable<(string Program, string[] Arguments)> Commands()
    {
        string[] ffmpeg = ["-hide_banner", "-loglevel", "error", "-f"];
        string[] raw = ["-ac", "1", "-ar", "16000", "-f", "s16le", "-"];
        if (OperatingSystem.IsWindows())
        {
            yield return ("ffmpeg", [.. ffmpeg, "dshow", "-i", "audio=" + (microphone ?? "default"), .. raw]);
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return ("ffmpeg", [.. ffmpeg, "avfoundation", "-i", ":" + (microphone ?? "0"), .. raw]);
        }
        else
        {
            yield return ("arecord", ["-q", "-D", microphone ?? "default", "-t", "raw", "-f", "S16_LE", "-r", "16000", "-c", "1"]);
            yield return ("ffmpeg", [.. ffmpeg, "alsa", "-i", microphone ?? "default", .. raw]);
        }
    }
}
