using EmoHRNet.Runtime;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>A residual block: body, optional squeeze-and-excitation and stochastic depth, shortcut, ReLU (He et al., 2016).</summary>
internal abstract class ResidualBlock : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "se")]
    private readonly SqueezeExcitation? _excitation;

    [ComponentName(Name = "downsample")]
    private readonly Sequential? _shortcut;

    private readonly double _skipProbability;
    private readonly RandomMasks _masks;

    protected ResidualBlock(LayerFactory factory, string name, int inputs, int outputs, double skipProbability)
        : base(name)
    {
        _skipProbability = skipProbability;
        _masks = factory.Masks;
        _excitation = factory.SqueezeExcitationReduction is int reduction and > 0 ? new SqueezeExcitation(factory, outputs, reduction) : null;
        _shortcut = inputs == outputs ? null : factory.MakeSequential(inputs, outputs, kernel: 1, relu: false);
    }

    public override Tensor forward(Tensor input)
    {
        Tensor body = Body(input);
        if (_excitation is not null)
        {
            using Tensor plain = body;
            body = _excitation.call(plain);
        }

        if (_skipProbability > 0 && training)
        {
            using Tensor always = body;
            body = StochasticDepth.Apply(always, _skipProbability, _masks);
        }

        using Tensor? projected = _shortcut?.call(input);
        return body.AddInPlace(projected ?? input).relu_();
    }

    /// <summary>A new tensor. The final ReLU is in place, because no gradient needs its input.</summary>
    protected abstract Tensor Body(Tensor input);
}
