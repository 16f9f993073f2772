using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Nearest upsampling to the size of the target map instead of by a factor, so that any input size works.</summary>
internal static class Upsampling
{
    public static bool HasSameSize(Tensor map, Tensor target) =>
        map.size(2) == target.size(2) && map.size(3) == target.size(3);

    /// <summary>A new tensor of the size of <paramref name="target"/>.</summary>
    public static Tensor Upsample(Tensor map, Tensor target) =>
        nn.functional.interpolate(map, [target.size(2), target.size(3)], mode: InterpolationMode.Nearest);

    /// <summary>
    /// Adds every map to the next finer one if upsampling in two steps gives the target the same values as upsampling in one: the large
    /// target is then read and written once instead of once per map.
    /// </summary>
    /// <param name="maps">Maps of falling resolution, changed in place.</param>
    /// <param name="target">The map they are meant for; it is not changed.</param>
    /// <returns>The maps that still must be added to the target: one, unless sizes do not divide each other.</returns>
    public static IReadOnlyList<Tensor> Gather(IReadOnlyList<Tensor> maps, Tensor target)
    {
        List<Tensor> left = [];
        for (int i = maps.Count - 1; i >= 0; i--)
        {
            if (i > 0 && Divides(maps[i], maps[i - 1]) && Divides(maps[i - 1], target))
            {
                AddUpsampled(maps[i - 1], maps[i]);
            }
            else
            {
                left.Add(maps[i]);
            }
        }

        return left;
    }

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

    private static bool Divides(Tensor coarse, Tensor fine) =>
        fine.size(2) % coarse.size(2) == 0 && fine.size(3) % coarse.size(3) == 0;
}
