using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// The path from one branch to another: 1×1 convolution (then nearest upsampling) from a lower resolution, a run of strided 3×3
/// convolutions from a higher one.
/// </summary>
internal static class FuseConnection
{
    public static nn.Module<Tensor, Tensor> Make(LayerFactory factory, IReadOnlyList<int> channels, int from, int to) =>
        from > to
            ? factory.MakeLayer(channels[from], channels[to], kernel: 1, stride: 1, rectified: false)
            : new Chain([.. Enumerable.Range(1, to - from).Select(step => MakeDown(factory, channels, from, to, isLast: step == to - from))]);

    private static UnitLayer MakeDown(LayerFactory factory, IReadOnlyList<int> channels, int from, int to, bool isLast) =>
        factory.MakeLayer(channels[from], isLast ? channels[to] : channels[from], kernel: 3, stride: 2, rectified: !isLast);
}
