using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Runtime;

/// <summary>Turns the name of a device into the device, with an error that says what this machine has.</summary>
internal static class TorchDevice
{
    /// <summary>The names, for messages.</summary>
    public const string Names = "auto, cpu, cuda or cuda:N";

    private const string Cuda = "cuda";

    /// <summary>Whether a name is valid; this machine may or may not have the device.</summary>
    public static bool IsName(string? name) => name is "auto" or "cpu" or Cuda || CudaIndex(name) is not null;

    /// <summary>The device of a name: <c>auto</c> (CUDA where there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    /// <exception cref="ArgumentException">The name is none of these, or there is no such CUDA device.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded.</exception>
    public static Device Parse(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Backend.EnsureLoaded();
        return name switch
        {
            "auto" when HasCuda() => new Device(DeviceType.CUDA, 0),
            "auto" or "cpu" => new Device(DeviceType.CPU, -1),
            Cuda => CudaDevice(name, 0),
            _ when CudaIndex(name) is { } index => CudaDevice(name, index),
            _ => throw new ArgumentException($"'{name}' is not a device; expected {Names}.", nameof(name)),
        };
    }

    /// <summary>Tries the library first: without the CUDA package, asking TorchSharp for CUDA makes it search the package cache.</summary>
    private static bool HasCuda() =>
        NativeLibrary.TryLoad("torch_cuda", typeof(torch).Assembly, searchPath: null, out _) && cuda.is_available();

    private static int? CudaIndex(string? name) =>
        name is not null && name.StartsWith(Cuda + ":", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Cuda.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;

    private static Device CudaDevice(string name, int index)
    {
        int count = HasCuda() ? cuda.device_count() : 0;
        return index < count
            ? new Device(DeviceType.CUDA, index)
            : throw new ArgumentException(
                count == 0
                    ? $"'{name}' was asked for, but this machine has no usable CUDA device; use cpu or auto, and see the deployment guide for the CUDA package."
                    : $"'{name}' was asked for, but this machine has {count} CUDA device(s), numbered from 0.",
                nameof(name));
    }
}
