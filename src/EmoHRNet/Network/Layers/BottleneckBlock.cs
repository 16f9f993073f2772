using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>1×1, 3×3 and 1×1 convolutions with a shortcut around them; the output is four times as wide as the inside.</summary>
internal sealed class BottleneckBlock : ResidualBlock
{
    public const int Expansion = 4;

    private readonly NormalizedConvolution _squeeze;
    private readonly NormalizedConvolution _middle;
    private readonly NormalizedConvolution _widen;

    public BottleneckBlock(LayerFactory factory, int inputs, int width, double skipProbability)
        : base(factory, nameof(BottleneckBlock), inputs, width * Expansion, skipProbability)
    {
        _squeeze = factory.MakeUnit(inputs, width, kernel: 1, (1, 1));
        _middle = factory.MakeUnit(width, width, kernel: 3, (1, 1));
        _widen = factory.MakeUnit(width, width * Expansion, kernel: 1, (1, 1));
        this.RegisterUnit(_squeeze, "conv1", "bn1");
        this.RegisterUnit(_middle, "conv2", "bn2");
        this.RegisterUnit(_widen, "conv3", "bn3");
        RegisterComponents();
    }

    protected override Tensor Body(Tensor input)
    {
        using Tensor squeezed = _squeeze.Forward(input, rectified: true);
        using Tensor middle = _middle.Forward(squeezed, rectified: true);
        return _widen.Forward(middle, rectified: false);
    }
}
