using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>The fully connected layer at the end: features to logits.</summary>
internal sealed class Classifier : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    public Classifier(LayerFactory factory, int features, int classes)
        : base(nameof(Classifier))
    {
        double bound = 1 / Math.Sqrt(features);
        _weight = factory.UniformParameter(bound, classes, features);
        _bias = factory.UniformParameter(bound, classes);
        RegisterComponents();
    }

    public Tensor Weight => _weight;

    public override Tensor forward(Tensor features) => nn.functional.linear(features, _weight, _bias);
}
