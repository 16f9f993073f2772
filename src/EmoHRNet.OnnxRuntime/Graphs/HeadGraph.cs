using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Weights;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Writes the head: combines the branches into one map, pools it to a vector, and computes logits.</summary>
internal sealed class HeadGraph(GraphWriter writer, HRNetOptions options)
{
    private const int ReferenceFeatureCount = 2048;
    private static readonly int[] ReferenceWidths = [32, 64, 128, 256];

    /// <summary>The name of the logits, [N, classes].</summary>
    public string Write(Map[] branches, string name)
    {
        Map map = options.Head switch
        {
            HeadKind.FuseLayer => Fuse(branches),
            HeadKind.Classification => Classification(branches),
            _ => throw new ArgumentOutOfRangeException(nameof(branches), options.Head, "Expected a defined kind of head."),
        };
        string features = options.Pooling switch
        {
            PoolingKind.Average => writer.Flatten(writer.Mean(map)),
            PoolingKind.Attention => Attend(map),
            _ => throw new ArgumentOutOfRangeException(nameof(branches), options.Pooling, "Expected a defined kind of pooling."),
        };
        return writer.Connect(features, "classifier", options.Pooling.OutputWidth(map.Channels), options.ClassCount, name);
    }

    /// <summary>
    /// EmoHRNet's Fuse Layer: a 1×1 convolution of every branch at its own resolution, which commutes with nearest-neighbor upsampling,
    /// then the sum at the highest resolution. Its single normalization is folded into all convolutions, the shortcut into the first one.
    /// </summary>
    private Map Fuse(Map[] branches)
    {
        int width = options.FuseLayer.Width ?? branches[0].Channels;
        Map[] maps = [.. branches.Select((branch, i) => writer.Convolve(
            branch,
            new ConvolutionWeights($"fuse_layer.branches.{i}", branch.Channels, width, Kernel: 1)
            {
                Norm = "fuse_layer.bn",
                TakesShift = i == 0,
                AddsIdentity = i == 0 && options.FuseLayer.Residual,
            }))];
        return writer.Rectify(BranchSum.Add(writer, maps[0], maps[1..]));
    }

    /// <summary>
    /// The head of the reference HRNet: every branch is widened by a bottleneck, and the sum so far is downsampled into the next branch.
    /// </summary>
    private Map Classification(Map[] branches)
    {
        BlockGraph blocks = new(writer, options.SqueezeExcitationReduction);
        Map sum = blocks.Blocks(branches[0], "incre_modules.0", BlockKind.Bottleneck, ReferenceWidths[0], 1);
        for (int i = 1; i < branches.Length; i++)
        {
            Map increased = blocks.Blocks(branches[i], $"incre_modules.{i}", BlockKind.Bottleneck, ReferenceWidths[i], 1);
            sum = writer.Add(ConvBn(sum, $"downsamp_modules.{i - 1}", increased.Channels, kernel: 3, stride: 2), increased);
        }

        return ConvBn(sum, "final_layer", ReferenceFeatureCount, kernel: 1, stride: 1);
    }

    private Map ConvBn(Map input, string name, int outputs, int kernel, int stride)
    {
        ConvolutionWeights weights = new(name + ".0", input.Channels, outputs, kernel) { HasBias = true, Norm = name + ".1" };
        return writer.Rectify(writer.Convolve(input, weights, stride, stride));
    }

    /// <summary>The mean over bands, then a softmax-weighted mean over frames.</summary>
    private string Attend(Map map)
    {
        Map frames = writer.MeanOverBands(map);
        Map scores = writer.Convolve(frames, new ConvolutionWeights("pooling.score", frames.Channels, 1, Kernel: 1) { HasBias = true });
        return writer.Sum(writer.Multiply(frames, writer.SoftmaxOverFrames(scores)));
    }
}
