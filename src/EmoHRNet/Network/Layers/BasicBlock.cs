using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Two 3×3 convolutions with a shortcut around them.</summary>
internal sealed class BasicBlock : ResidualBlock
{
    private readonly NormalizedConvolution _first;
    private readonly NormalizedConvolution _second;

    public BasicBlock(LayerFactory factory, int inputs, int width, double skipProbability)
        : base(factory, nameof(BasicBlock), inputs, width, skipProbability)
    {
        _first = factory.MakeUnit(inputs, width, kernel: 3, (1, 1));
        _second = factory.MakeUnit(width, width, kernel: 3, (1, 1));
        this.RegisterUnit(_first, "conv1", "bn1");
        this.RegisterUnit(_second, "conv2", "bn2");
        RegisterComponents();
    }

    protected override Tensor Body(Tensor input)
    {
        using Tensor first = _first.Forward(input, rectified: true);
        return _second.Forward(first, rectified: false);
    }
}
