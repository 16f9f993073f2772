using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// A convolution with the batch normalization behind it, or with it folded in. Not a module itself: the reference registers the two as
/// siblings under different names in different places.
/// </summary>
internal sealed record NormalizedConvolution(Convolution Convolution, BatchNormalization? Norm)
{
    /// <summary>A new tensor; the ReLU is in place, for nothing else needs the normalized map.</summary>
    public Tensor Forward(Tensor input, bool rectified)
    {
        Tensor output = Convolution.call(input);
        if (Norm is not null)
        {
            using Tensor convolved = output;
            output = Norm.call(convolved);
        }

        return rectified ? output.relu_() : output;
    }
}
