using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Two 3×3 convolutions with a shortcut around them.</summary>
internal sealed class BasicBlock : ResidualBlock
{
    private readonly ConvBnRelu _first;
    private readonly ConvBnRelu _second;

    public BasicBlock(LayerFactory factory, int inputs, int width, double skipProbability)
        : base(factory, nameof(BasicBlock), inputs, width, skipProbability)
    {
        _first = factory.MakeConvBnRelu(inputs, width, kernel: 3, (1, 1));
        _second = factory.MakeConvBnRelu(width, width, kernel: 3, (1, 1), relu: false);
        _first.RegisterIn(this, 1);
        _second.RegisterIn(this, 2);
        RegisterComponents();
    }

    protected override Tensor Body(Tensor input)
    {
        using Tensor first = _first.Forward(input);
        return _second.Forward(first);
    }
}
