using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Runtime;

/// <summary>Turns the name of a device into the device, with an error that says what this machine has.</summary>
internal static class TorchDevice
{
    private const string Cuda = "cuda";

    /// <summary>The device of a name: <c>auto</c> (CUDA where there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    /// <exception cref="ArgumentException">The name is none of these, or there is no such CUDA device.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded.</exception>
    public static Device Parse(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Backend.EnsureLoaded();
        return name switch
        {
            "auto" => new Device(cuda.is_available() ? DeviceType.CUDA : DeviceType.CPU, cuda.is_available() ? 0 : -1),
            "cpu" => new Device(DeviceType.CPU, -1),
            Cuda => CudaDevice(name, 0),
            _ when name.StartsWith(Cuda + ":", StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(Cuda.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) => CudaDevice(name, index),
            _ => throw new ArgumentException($"'{name}' is no device; expected auto, cpu, cuda or cuda:N.", nameof(name)),
        };
    }

    private static Device CudaDevice(string name, int index)
    {
        int count = cuda.is_available() ? cuda.device_count() : 0;
        return index < count
            ? new Device(DeviceType.CUDA, index)
            : throw new ArgumentException(
                count == 0
                    ? $"'{name}' was asked for, but this machine has no usable CUDA device; use cpu or auto, and see the deployment guide for the CUDA package."
                    : $"'{name}' was asked for, but this machine has {count} CUDA device(s), numbered from 0.",
                nameof(name));
    }
}
