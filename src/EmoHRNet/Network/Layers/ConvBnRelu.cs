using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// A convolution, its batch normalization (unless folded in), and an optional ReLU. Not a module itself,
/// because the reference names the layers in two ways: <c>conv1</c> and <c>bn1</c> in blocks and stem, 0 and 1 in sequences.
/// </summary>
internal sealed class ConvBnRelu(Convolution convolution, BatchNormalization? norm, bool relu)
{
    public Convolution Convolution => convolution;

    public BatchNormalization? Norm => norm;

    /// <summary>The layers as the children <c>convN</c> and <c>bnN</c> of a block or network.</summary>
    public void RegisterIn(nn.Module owner, int number)
    {
        owner.register_module($"conv{number}", convolution);
        if (norm is not null)
        {
            owner.register_module($"bn{number}", norm);
        }
    }

    /// <summary>The layers as a separate module, with the names 0 and 1.</summary>
    public Sequential ToSequential()
    {
        List<nn.Module<Tensor, Tensor>> layers = [convolution];
        if (norm is not null)
        {
            layers.Add(norm);
        }

        if (relu)
        {
            layers.Add(nn.ReLU(inplace: true));
        }

        return nn.Sequential([.. layers]);
    }

    /// <summary>A new tensor; the ReLU is in place, because nothing else needs the normalized map.</summary>
    public Tensor Forward(Tensor input)
    {
        Tensor output = convolution.call(input);
        if (norm is not null)
        {
            using Tensor convolved = output;
            output = norm.call(convolved);
        }

        return relu ? output.relu_() : output;
    }
}
