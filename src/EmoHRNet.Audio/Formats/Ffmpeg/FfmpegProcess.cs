using System.ComponentModel;
using System.Diagnostics;

namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>A running ffmpeg: it reads a stream or a file, and is killed when disposed or canceled.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    private const int CopyLength = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _registration;
    private Task _feeding = Task.CompletedTask;
    private Exception? _feedingFailure;
    private bool _disposed;

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="executable">The path of ffmpeg.</param>
    /// <param name="input">Its input: see <see cref="FfmpegArguments"/>.</param>
    /// <param name="audioName">The name of the audio in messages.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="AudioFormatException">The executable cannot be started.</exception>
    public FfmpegProcess(string executable, string input, string audioName, CancellationToken cancellationToken)
    {
        (AudioName, Report, _cancellationToken) = (audioName, new FfmpegReport(input), cancellationToken);
        ProcessStartInfo start = new(executable, FfmpegArguments.From(input))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new AudioFormatException(
                AudioFormatErrorKind.MissingDecoder, $"{audioName}: {executable} cannot be started: {exception.Message}.", exception);
        }

        _process.ErrorDataReceived += (_, line) => Report.Add(line.Data);
        _process.BeginErrorReadLine();
        _registration = cancellationToken.Register(Kill);
    }

    /// <summary>The name of the audio in messages.</summary>
    public string AudioName { get; }

    /// <summary>The log of ffmpeg.</summary>
    public FfmpegReport Report { get; }

    /// <summary>The decoded WAV.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Writes a source to the process's input on another thread, so that reading its output is not blocked by it.</summary>
    /// <param name="source">The audio.</param>
    /// <param name="spool">Keeps the bytes written, for a second attempt; or null.</param>
    public void Feed(ByteSource source, Spool? spool) => _feeding = Task.Run(() =>
    {
        try
        {
            using Stream input = _process.StandardInput.BaseStream;
            Copy(source, input, spool);
        }
        catch (Exception exception) when (!HasEnded())
        {
            _feedingFailure = exception;
            Kill();
        }
        catch (Exception exception) when (exception is IOException or AudioFormatException)
        {
            // The process ended before it had read everything: its exit code says why.
        }
    });

    /// <summary>Kills the process.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    /// <summary>Called at the end of the output.</summary>
    /// <exception cref="OperationCanceledException">The process was canceled.</exception>
    /// <exception cref="AudioFormatException">The process failed, or logged errors about the content.</exception>
    public void ThrowIfFailed()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _process.WaitForExit();
        _cancellationToken.ThrowIfCancellationRequested();
        if (_feedingFailure is { } failure)
        {
            throw new AudioFormatException($"{AudioName}: reading it failed: {failure.Message}", failure);
        }

        if (_process.ExitCode != 0 || Report.HasComplaints)
        {
            string verdict = _process.ExitCode == 0 ? "finds it damaged" : "cannot decode it";
            throw new AudioFormatException($"{AudioName}: ffmpeg {verdict}: {Report.Complaints}");
        }
    }

    /// <summary>Waits until the source is no longer read.</summary>
    /// <returns>False when the source is still being read after some seconds.</returns>
    public bool WaitForFeeding() => _feeding.Wait(Patience);

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _registration.Dispose();
        Kill();
        _process.WaitForExit();
        _feeding.Wait(Patience);
        _process.Dispose();
    }

    private static void Copy(ByteSource source, Stream input, Spool? spool)
    {
        byte[] buffer = new byte[CopyLength];
        while (source.ReadSome(buffer) is > 0 and int read)
        {
            spool?.Write(buffer.AsSpan(0, read));
            input.Write(buffer, 0, read);
        }
    }

    /// <summary>A broken pipe may be noticed a moment before the process has exited.</summary>
    private bool HasEnded() => _process.WaitForExit(Patience);
}
