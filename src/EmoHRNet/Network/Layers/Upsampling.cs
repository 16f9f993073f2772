using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Nearest upsampling to the size of the map it is added to, not by a factor: any input size works.</summary>
internal static class Upsampling
{
    public static bool HasSameSize(Tensor map, Tensor target) =>
        map.size(2) == target.size(2) && map.size(3) == target.size(3);

    /// <summary>A new tensor of the size of <paramref name="target"/>.</summary>
    public static Tensor Upsample(Tensor map, Tensor target) =>
        nn.functional.interpolate(map, [target.size(2), target.size(3)], mode: InterpolationMode.Nearest);

    /// <summary>Adds a map of lower or equal resolution to <paramref name="target"/> in place.</summary>
    public static void AddUpsampled(Tensor target, Tensor map)
    {
        if (HasSameSize(map, target))
        {
            target.AddInPlace(map);
            return;
        }

        using Tensor upsampled = Upsample(map, target);
        target.AddInPlace(upsampled);
    }
}
