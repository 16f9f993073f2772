using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Runtime;

/// <summary>Moves tensors that were made on the CPU to the device that needs them.</summary>
internal static class TensorPlacement
{
    /// <summary>The tensor on a device. On the CPU it is the tensor itself; otherwise the original is disposed.</summary>
    public static Tensor MoveFromCpu(this Tensor tensor, Device device)
    {
        if (device.type == DeviceType.CPU)
        {
            return tensor;
        }

        using (tensor)
        {
            return tensor.to(device);
        }
    }
}
