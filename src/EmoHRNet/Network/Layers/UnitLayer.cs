using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Convolution, batch normalization and optional ReLU under the names 0 and 1, as in the reference's sequential containers.</summary>
internal sealed class UnitLayer : nn.Module<Tensor, Tensor>
{
    private readonly NormalizedConvolution _unit;
    private readonly bool _rectified;

    public UnitLayer(NormalizedConvolution unit, bool rectified)
        : base(nameof(UnitLayer))
    {
        (_unit, _rectified) = (unit, rectified);
        this.RegisterUnit(unit, "0", "1");
    }

    public NormalizedConvolution Unit => _unit;

    public override Tensor forward(Tensor input) => _unit.Forward(input, _rectified);
}
