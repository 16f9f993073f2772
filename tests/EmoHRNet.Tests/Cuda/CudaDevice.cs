using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Cuda;

/// <summary>The GPU that tests marked with <see cref="Category"/> run on. Without one they are skipped.</summary>
/// <remarks>EMOHRNET_CUDA_DEVICE names another device; <c>cpu</c> runs the tests without a GPU.</remarks>
internal static class CudaDevice
{
    /// <summary>The trait of tests that need a GPU: <c>--filter "Category=CUDA"</c>.</summary>
    public const string Category = "CUDA";

    /// <summary>The device's name; skips the calling test if there is none.</summary>
    public static string Require()
    {
        string name = Environment.GetEnvironmentVariable("EMOHRNET_CUDA_DEVICE") is { Length: > 0 } other ? other : "cuda";
        try
        {
            TorchDevice.Parse(name);
        }
        catch (ArgumentException e)
        {
            Assert.Skip(e.Message);
        }

        return name;
    }

    /// <inheritdoc cref="Require"/>
    public static Device RequireDevice() => TorchDevice.Parse(Require());
}
