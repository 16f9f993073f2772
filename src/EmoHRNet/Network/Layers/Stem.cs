using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>The entrance: one (HRIM) or two 3×3 convolutions with batch normalization and ReLU, registered in the network itself.</summary>
internal sealed class Stem
{
    private readonly NormalizedConvolution[] _units;

    public Stem(LayerFactory factory, StemOptions options, int inputChannels) =>
        _units = [.. Enumerable.Range(0, options.ConvolutionCount).Select(i => factory.MakeUnit(
            i == 0 ? inputChannels : options.Width, options.Width, kernel: 3, (options.BandStride, options.FrameStride)))];

    public void RegisterIn(nn.Module network)
    {
        for (int i = 0; i < _units.Length; i++)
        {
            network.RegisterUnit(_units[i], "conv" + LayerName.Of(i + 1), "bn" + LayerName.Of(i + 1));
        }
    }

    /// <summary>A new tensor; the input stays.</summary>
    public Tensor Forward(Tensor input)
    {
        Tensor current = _units[0].Forward(input, rectified: true);
        foreach (NormalizedConvolution unit in _units.AsSpan(1))
        {
            using Tensor previous = current;
            current = unit.Forward(previous, rectified: true);
        }

        return current;
    }
}
