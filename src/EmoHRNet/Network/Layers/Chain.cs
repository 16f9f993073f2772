using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Layers one after another, named 0, 1, …; what lies between two of them is given back at once.</summary>
internal sealed class Chain : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] _layers;

    public Chain(params nn.Module<Tensor, Tensor>[] layers)
        : base(nameof(Chain))
    {
        _layers = layers;
        for (int i = 0; i < layers.Length; i++)
        {
            register_module(LayerName.Of(i), layers[i]);
        }
    }

    public override Tensor forward(Tensor input)
    {
        Tensor current = _layers[0].call(input);
        foreach (nn.Module<Tensor, Tensor> layer in _layers.Skip(1))
        {
            using Tensor previous = current;
            current = layer.call(previous);
        }

        return current;
    }
}
