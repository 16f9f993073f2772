using System.ComponentModel;
using System.Diagnostics;

namespace EmoHRNet.Audio.Formats;

/// <summary>A running ffmpeg: fed from a stream or reading a file itself, killed when disposed or canceled.</summary>
internal sealed class FfmpegProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ErrorTail _errors = new();
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _registration;
    private readonly string _audioName;
    private Task _feeding = Task.CompletedTask;
    private Exception? _feedingFailure;
    private bool _disposed;

    /// <summary>Starts ffmpeg.</summary>
    /// <exception cref="AudioFormatException">The executable cannot be started.</exception>
    public FfmpegProcess(string executable, IEnumerable<string> arguments, string audioName, CancellationToken cancellationToken)
    {
        (_audioName, _cancellationToken) = (audioName, cancellationToken);
        ProcessStartInfo start = new(executable, arguments)
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
            throw new AudioFormatException($"{audioName}: {executable} cannot be started: {exception.Message}.", exception);
        }

        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        _process.BeginErrorReadLine();
        _registration = cancellationToken.Register(Kill);
    }

    /// <summary>The decoded WAV.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Writes a source to the process's input on another thread, so that reading its output cannot wait for it.</summary>
    public void Feed(ByteSource source) => _feeding = Task.Run(() =>
    {
        try
        {
            using Stream input = _process.StandardInput.BaseStream;
            source.CopyTo(input);
        }
        catch (Exception exception) when (!HasEnded())
        {
            _feedingFailure = exception;
            Kill();
        }
        catch (IOException)
        {
            // The process ended before it had read everything: its exit code tells why.
        }
    });

    /// <summary>Ends the process, whatever it is doing.</summary>
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
    /// <exception cref="AudioFormatException">The process failed.</exception>
    public void ThrowIfFailed()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _process.WaitForExit();
        _cancellationToken.ThrowIfCancellationRequested();
        if (_feedingFailure is { } failure)
        {
            throw new AudioFormatException($"{_audioName}: reading it failed: {failure.Message}", failure);
        }

        if (_process.ExitCode != 0)
        {
            throw new AudioFormatException($"{_audioName}: ffmpeg cannot decode it: {_errors}");
        }
    }

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

    /// <summary>A broken pipe shows a moment before the process counts as ended.</summary>
    private bool HasEnded() => _process.WaitForExit(Patience);
}
