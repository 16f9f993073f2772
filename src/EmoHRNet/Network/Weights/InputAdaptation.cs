using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Weights;

/// <summary>Fits the kernels of a first convolution to another number of input channels.</summary>
internal static class InputAdaptation
{
    /// <summary>[out, in, h, w] to [out, channels, h, w]: the sum over the input channels, divided evenly.</summary>
    public static Tensor Adapt(Tensor kernels, long channels) =>
        kernels.sum([1L], keepdim: true).DividedBy(channels).expand(kernels.size(0), channels, kernels.size(2), kernels.size(3));
}
