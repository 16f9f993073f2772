using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests.Processes;

/// <summary>A silo in a separate process.</summary>
internal sealed partial class SiloProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiloProcess(string folder, string[] arguments)
    {
        _process = DotNetProcess.Start(folder, [
            ClusterSample.Path, "silo", "--parallel", "1", .. arguments,
            "--silo-port", FreePort.Next().ToString(CultureInfo.InvariantCulture), "--gateway-port", FreePort.Next().ToString(CultureInfo.InvariantCulture),
        ]);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The silo ended: " + Output));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its name in the cluster.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Its output so far.</summary>
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

    /// <param name="folder">The working directory.</param>
    /// <param name="redis">The store; null for a single silo.</param>
    /// <param name="arguments">Additional arguments.</param>
    public static async Task<SiloProcess> StartAsync(string folder, string? redis, params string[] arguments)
    {
        SiloProcess silo = new(folder, [.. redis is null ? [] : (string[])["--redis", redis], .. arguments]);
        silo.Address = await silo._address.Task.WaitAsync(Patience);
        return silo;
    }

    /// <summary>Kills it as a power cut does: SIGKILL, without notice to the cluster.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Up().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(match.Groups[1].Value);
        }
    }

    [GeneratedRegex("^Silo (.+) is up")]
    private static partial Regex Up();
}
