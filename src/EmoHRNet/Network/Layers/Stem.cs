using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>The stem: one (HRIM) or two 3×3 convolutions with batch normalization and ReLU, registered in the network itself.</summary>
internal sealed class Stem
{
    private readonly ConvBnRelu[] _convolutions;

    public Stem(LayerFactory factory, StemOptions options, int inputChannels) =>
        _convolutions = [.. Enumerable.Range(0, options.ConvolutionCount).Select(i => factory.MakeConvBnRelu(
            i == 0 ? inputChannels : options.Width, options.Width, kernel: 3, (options.BandStride, options.FrameStride)))];

    public void RegisterIn(nn.Module network)
    {
        for (int i = 0; i < _convolutions.Length; i++)
        {
            _convolutions[i].RegisterIn(network, i + 1);
        }
    }

    /// <summary>A new tensor; the input is not disposed.</summary>
    public Tensor Forward(Tensor input)
    {
        Tensor current = _convolutions[0].Forward(input);
        foreach (ConvBnRelu convolution in _convolutions.AsSpan(1))
        {
            using Tensor previous = current;
            current = convolution.Forward(previous);
        }

        return current;
    }
}
