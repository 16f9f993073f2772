using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Registers the two halves of a unit under the names the reference gives them.</summary>
internal static class UnitRegistration
{
    public static void RegisterUnit(this nn.Module owner, NormalizedConvolution unit, string convolutionName, string normName)
    {
        owner.register_module(convolutionName, unit.Convolution);
        if (unit.Norm is not null)
        {
            owner.register_module(normName, unit.Norm);
        }
    }
}
