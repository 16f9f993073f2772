using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Gives modules the names 0, 1, … below the name of this one; a null leaves its number out.</summary>
internal sealed class Numbered : nn.Module
{
    public Numbered(IEnumerable<nn.Module?> modules)
        : base(nameof(Numbered))
    {
        int index = 0;
        foreach (nn.Module? module in modules)
        {
            if (module is not null)
            {
                register_module(LayerName.Of(index), module);
            }

            index++;
        }
    }
}
