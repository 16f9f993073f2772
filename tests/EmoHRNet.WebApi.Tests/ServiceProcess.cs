using System.Diagnostics;
using System.Text;

namespace EmoHRNet.WebApi.Tests;

/// <summary>A running service: a separate process on a free port of this machine.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The service ended: " + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new() { Timeout = Patience };

    public Uri Address => Client.BaseAddress!;

    /// <summary>The output of the service so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="settings">Settings that differ from appsettings.json, such as <c>Limits:ClipSeconds=20</c>.</param>
    public static Task<ServiceProcess> StartAsync(params string[] settings) => StartAsync(new Dictionary<string, string>(), settings);

    /// <param name="environment">Variables to set.</param>
    /// <param name="settings">Settings that differ from appsettings.json, such as <c>Limits:ClipSeconds=20</c>.</param>
    public static async Task<ServiceProcess> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] settings)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [SampleFiles.ServiceAssembly, "--urls=http://127.0.0.1:0", .. settings.Select(s => "--" + s)])
        {
            WorkingDirectory = SampleFiles.ServiceFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        ServiceProcess service = new(start);
        service.Client.BaseAddress = await service._address.Task.WaitAsync(Patience);
        return service;
    }

    /// <summary>Waits until the service has written a text.</summary>
    public async Task<bool> HasWrittenAsync(string text, TimeSpan patience)
    {
        for (long start = Stopwatch.GetTimestamp(); !Output.Contains(text, StringComparison.Ordinal);)
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
            {
                return false;
            }

            await Task.Delay(50);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        const string Listening = "Now listening on: ";
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        int found = line.IndexOf(Listening, StringComparison.Ordinal);
        if (found >= 0)
        {
            _address.TrySetResult(new Uri(line[(found + Listening.Length)..].Trim()));
        }
    }
}
