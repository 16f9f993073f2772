using Microsoft.ML.OnnxRuntime;

namespace EmoHRNet.OnnxRuntime.Runtime;

/// <summary>Access to ONNX Runtime's native library: its execution providers, and clear errors if it is missing.</summary>
internal static class OnnxBackend
{
    private const string Version = "1.31.1";

    /// <summary>The execution providers of the native library that the application references, as ONNX Runtime names them.</summary>
    /// <exception cref="BackendException">The native library is missing or too old; the message names the package to add.</exception>
    public static IReadOnlyList<string> Providers()
    {
        try
        {
            return OrtEnv.Instance().GetAvailableProviders();
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new BackendException(
                "ONNX Runtime's native library cannot be loaded: add the package Microsoft.ML.OnnxRuntime to the application's project: "
                + $"dotnet add package Microsoft.ML.OnnxRuntime --version {Version}. For an NVIDIA GPU add Microsoft.ML.OnnxRuntime.Gpu instead, "
                + $"on Windows for any GPU Microsoft.ML.OnnxRuntime.DirectML. The loader said: {e.GetBaseException().Message.Split('\n')[0].Trim()}",
                e);
        }
    }

    /// <summary>Settings for a session on a provider; the caller disposes them.</summary>
    /// <exception cref="BackendException">
    /// The native library is missing, it does not have the provider, or the provider does not start.
    /// </exception>
    public static SessionOptions Options(ExecutionProviderName provider, int? threads)
    {
        IReadOnlyList<string> available = Providers();
        if (!available.Contains(provider.ListedName, StringComparer.OrdinalIgnoreCase))
        {
            throw new BackendException(
                $"This ONNX Runtime does not have the execution provider '{provider.Name}'; it has {string.Join(", ", available)}. "
                + $"Reference {provider.Package} instead of the package with the native library that is referenced now, or choose 'cpu'.");
        }

        SessionOptions options = new();
        try
        {
            options.IntraOpNumThreads = threads ?? 0;
            Append(options, provider);
            return options;
        }
        catch (OnnxRuntimeException e)
        {
            options.Dispose();
            throw new BackendException($"The execution provider '{provider.Name}' does not start: {e.Message}", e);
        }
    }

    private static void Append(SessionOptions options, ExecutionProviderName provider)
    {
        switch (provider)
        {
            case { IsCpu: true }:
                break;
            case { IsCuda: true }:
                options.AppendExecutionProvider_CUDA(provider.Device);
                break;
            case { IsDirectML: true }:
                // DirectML requires these settings.
                options.EnableMemoryPattern = false;
                options.AppendExecutionProvider_DML(provider.Device);
                break;
            case { IsCoreML: true }:
                options.AppendExecutionProvider("CoreML");
                break;
            default:
                options.AppendExecutionProvider(provider.Name);
                break;
        }
    }
}
