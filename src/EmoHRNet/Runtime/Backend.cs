using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace EmoHRNet.Runtime;

/// <summary>The native library behind TorchSharp: loaded once, early, with one clear error if that fails.</summary>
public static class Backend
{
    // TorchSharp's type initializer cannot be retried; when it fails, it prints a page to the console and may copy half a
    // gigabyte out of the package cache. So the library is probed first, and the result is kept for the life of the process.
    private static readonly Lazy<string?> Failure = new(Load, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Makes sure that libtorch is loaded. The first call takes some time; later ones return at once. Safe from any thread.</summary>
    /// <exception cref="BackendException">libtorch is missing or cannot be loaded here; the message names the package to add.</exception>
    public static void EnsureLoaded()
    {
        if (Failure.Value is { } message)
        {
            throw new BackendException(message);
        }
    }

    private static string? Load()
    {
        try
        {
            Probe(typeof(torch).Assembly);
            _ = torch.CPU;
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
        {
            return BackendFailure.Describe(e, BackendFailure.CurrentPlatform);
        }
    }

    /// <exception cref="DllNotFoundException">The error of the loader.</exception>
    private static void Probe(Assembly torchSharp)
    {
        if (LoadsItself(torchSharp))
        {
            return;
        }

        // The loader finds LibTorchSharp's dependency on Windows only when that was loaded before.
        NativeLibrary.TryLoad("torch_cpu", torchSharp, searchPath: null, out _);
        NativeLibrary.Load("LibTorchSharp", torchSharp, searchPath: null);
    }

    /// <summary>Notebooks and scripts run TorchSharp out of the package cache, where it collects its natives by itself.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An assembly inside a single file has no path, and does not come out of the package cache.")]
    private static bool LoadsItself(Assembly torchSharp) =>
        torchSharp.Location.Replace('\\', '/').Contains("/torchsharp/", StringComparison.OrdinalIgnoreCase)
        && torchSharp.Location.Replace('\\', '/').Contains("/lib/", StringComparison.OrdinalIgnoreCase);
}
