using System.Net;
using System.Net.Sockets;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Browser.Tests;

/// <summary>Serves the page, the packages of npm and a model, as any server of files does.</summary>
internal sealed class StaticServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _packages;
    private readonly string? _model;
    private readonly bool _isolated;

    /// <param name="packages">The folder with <c>node_modules</c>.</param>
    /// <param name="model">What is served as model.onnx; null is nothing.</param>
    /// <param name="isolated">Whether pages are cross-origin isolated.</param>
    public StaticServer(string packages, string? model, bool isolated = true)
    {
        (_packages, _model, _isolated) = (packages, model, isolated);
        Address = new Uri($"http://localhost:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The server was closed.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string name = context.Request.Url!.AbsolutePath.TrimStart('/');
        string? path = name switch
        {
            "" => RepositoryFolder.PathOf("samples", "Browser", "index.html"),
            "model.onnx" => _model,
            _ when name.StartsWith("node_modules/", StringComparison.Ordinal) => Path.Combine(_packages, name),
            _ => RepositoryFolder.PathOf("samples", "Browser", name),
        };
        using HttpListenerResponse response = context.Response;
        if (_isolated)
        {
            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        }

        if (path is null || !File.Exists(path))
        {
            response.StatusCode = 404;
            return;
        }

        response.ContentType = Path.GetExtension(path) switch
        {
            ".html" => "text/html",
            ".css" => "text/css",
            ".js" or ".mjs" => "text/javascript",
            ".wasm" => "application/wasm",
            _ => "application/octet-stream",
        };
        response.OutputStream.Write(File.ReadAllBytes(path));
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
