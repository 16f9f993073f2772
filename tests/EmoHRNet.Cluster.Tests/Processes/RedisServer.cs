using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests.Processes;

/// <summary>A private Redis on a free port of this machine, without persistence.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private RedisServer(int port)
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        _process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.Path])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public string Address { get; }

    /// <summary>Starts it; null if Redis is not installed.</summary>
    public static async Task<RedisServer?> StartAsync()
    {
        int port = FreePort.Next();
        RedisServer server;
        try
        {
            server = new RedisServer(port);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        await server.WaitAsync(port);
        return server;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task WaitAsync(int port)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (attempt < 300 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }
}
