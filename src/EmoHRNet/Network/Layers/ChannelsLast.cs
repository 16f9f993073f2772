using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Lays a map out with the channels last in memory: same shape, other strides.</summary>
internal static class ChannelsLast
{
    /// <summary>A new tensor, a view where no copy is needed.</summary>
    public static Tensor From(Tensor map)
    {
        if (map.size(1) == 1)
        {
            // With a single channel both layouts are the same in memory; only the strides differ.
            using Tensor contiguous = map.contiguous();
            long frames = map.size(3);
            return contiguous.as_strided(map.shape, [map.size(2) * frames, 1, frames, 1]);
        }

        using Tensor permuted = map.permute(0, 2, 3, 1);
        using Tensor laidOut = permuted.contiguous();
        return laidOut.permute(0, 3, 1, 2);
    }
}
