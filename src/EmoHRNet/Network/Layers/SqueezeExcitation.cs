using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Weighs every channel by a gate computed from the means of all channels (Hu et al., 2018).</summary>
internal sealed class SqueezeExcitation : nn.Module<Tensor, Tensor>
{
    private static readonly long[] Spatial = [2, 3];

    [ComponentName(Name = "fc1")]
    private readonly Convolution _squeeze;

    [ComponentName(Name = "fc2")]
    private readonly Convolution _excite;

    public SqueezeExcitation(LayerFactory factory, int channels, int reduction)
        : base(nameof(SqueezeExcitation))
    {
        int squeezed = Math.Max(1, channels / reduction);
        _squeeze = new Convolution(factory, channels, squeezed, kernel: 1, (1, 1), bias: true);
        _excite = new Convolution(factory, squeezed, channels, kernel: 1, (1, 1), bias: true);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using Tensor means = input.mean(Spatial, keepdim: true);
        using Tensor squeezed = _squeeze.call(means).relu_();
        using Tensor excited = _excite.call(squeezed);
        using Tensor gates = excited.sigmoid();
        return input.mul(gates);
    }
}
