using EmoHRNet.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// The reference's head for image classification: each branch is widened by a bottleneck (<c>incre_modules</c>), the running sum is downsampled
/// and added to the next branch (<c>downsamp_modules</c>), and the last layer has 2048 channels (<c>final_layer</c>).
/// </summary>
internal sealed class ClassificationHead
{
    public const int FeatureCount = 2048;
    private static readonly int[] Widths = [32, 64, 128, 256];

    private readonly Sequential[] _increase;
    private readonly Sequential[] _downsample;
    private readonly Sequential _final;

    public ClassificationHead(LayerFactory factory, IReadOnlyList<int> channels)
    {
        _increase = [.. Widths.Select((width, i) => factory.MakeBlocks(BlockKind.Bottleneck, channels[i], width, 1))];
        _downsample = [.. Widths.Skip(1).Select(width => factory.MakeSequential(
            width / 2 * BottleneckBlock.Expansion, width * BottleneckBlock.Expansion, kernel: 3, stride: 2, bias: true))];
        _final = factory.MakeSequential(Widths[^1] * BottleneckBlock.Expansion, FeatureCount, kernel: 1, bias: true);
    }

    public void RegisterIn(nn.Module network)
    {
        network.register_module("incre_modules", new ModuleList<Sequential>(_increase));
        network.register_module("downsamp_modules", new ModuleList<Sequential>(_downsample));
        network.register_module("final_layer", _final);
    }

    /// <summary>A new tensor [N, 2048, …]; the inputs are not disposed.</summary>
    public Tensor Forward(Tensor[] branches)
    {
        Tensor sum = _increase[0].call(branches[0]);
        for (int i = 1; i < branches.Length; i++)
        {
            using Tensor previous = sum;
            using Tensor increased = _increase[i].call(branches[i]);
            sum = _downsample[i - 1].call(previous);

            // Not in place: the gradient of the ReLU before needs its output unchanged.
            using Tensor downsampled = sum;
            sum = downsampled.Plus(increased);
        }

        using Tensor last = sum;
        return _final.call(last);
    }
}
