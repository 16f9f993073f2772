using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>1×1, 3×3 and 1×1 convolutions with a shortcut around them; the output has four times the inner width.</summary>
internal sealed class BottleneckBlock : ResidualBlock
{
    public const int Expansion = 4;

    private readonly ConvBnRelu _squeeze;
    private readonly ConvBnRelu _middle;
    private readonly ConvBnRelu _widen;

    public BottleneckBlock(LayerFactory factory, int inputs, int width, double skipProbability)
        : base(factory, nameof(BottleneckBlock), inputs, width * Expansion, skipProbability)
    {
        _squeeze = factory.MakeConvBnRelu(inputs, width, kernel: 1, (1, 1));
        _middle = factory.MakeConvBnRelu(width, width, kernel: 3, (1, 1));
        _widen = factory.MakeConvBnRelu(width, width * Expansion, kernel: 1, (1, 1), relu: false);
        _squeeze.RegisterIn(this, 1);
        _middle.RegisterIn(this, 2);
        _widen.RegisterIn(this, 3);
        RegisterComponents();
    }

    protected override Tensor Body(Tensor input)
    {
        using Tensor squeezed = _squeeze.Forward(input);
        using Tensor middle = _middle.Forward(squeezed);
        return _widen.Forward(middle);
    }
}
