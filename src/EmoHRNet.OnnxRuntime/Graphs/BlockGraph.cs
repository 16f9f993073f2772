using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Weights;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Writes residual blocks (He et al., 2016): body, optional squeeze-and-excitation, shortcut, ReLU.</summary>
/// <param name="writer">Receives the nodes.</param>
/// <param name="squeezeReduction">The reduction factor of squeeze-and-excitation; 0 for none.</param>
internal sealed class BlockGraph(GraphWriter writer, int squeezeReduction)
{
    /// <summary>Blocks one after another, named <c>name.0</c>, <c>name.1</c>, …</summary>
    public Map Blocks(Map input, string name, BlockKind kind, int width, int count)
    {
        for (int i = 0; i < count; i++)
        {
            input = Block(input, $"{name}.{i}", kind, width);
        }

        return input;
    }

    private Map Block(Map input, string name, BlockKind kind, int width)
    {
        int outputs = width * kind.Expansion();
        Map body = kind == BlockKind.Bottleneck ? Bottleneck(input, name, width, outputs) : Basic(input, name, width);
        body = squeezeReduction > 0 ? Excite(body, name + ".se") : body;
        Map shortcut = input.Channels == outputs ? input : ConvBn(input, name, "downsample.0", "downsample.1", outputs, kernel: 1);
        return writer.Rectify(writer.Add(body, shortcut));
    }

    private Map Basic(Map input, string name, int width)
    {
        Map first = writer.Rectify(ConvBn(input, name, "conv1", "bn1", width, kernel: 3));
        return ConvBn(first, name, "conv2", "bn2", width, kernel: 3);
    }

    private Map Bottleneck(Map input, string name, int width, int outputs)
    {
        Map squeezed = writer.Rectify(ConvBn(input, name, "conv1", "bn1", width, kernel: 1));
        Map middle = writer.Rectify(ConvBn(squeezed, name, "conv2", "bn2", width, kernel: 3));
        return ConvBn(middle, name, "conv3", "bn3", outputs, kernel: 1);
    }

    private Map ConvBn(Map input, string block, string convolution, string norm, int outputs, int kernel) => writer.Convolve(
        input, new ConvolutionWeights($"{block}.{convolution}", input.Channels, outputs, kernel) { Norm = $"{block}.{norm}" });

    /// <summary>Squeeze-and-excitation: every channel times a gate computed from the means of all channels (Hu et al., 2018).</summary>
    private Map Excite(Map map, string name)
    {
        int squeezed = Math.Max(1, map.Channels / squeezeReduction);
        Map inner = writer.Convolve(writer.Mean(map), new ConvolutionWeights(name + ".fc1", map.Channels, squeezed, 1) { HasBias = true });
        Map gates = writer.Convolve(writer.Rectify(inner), new ConvolutionWeights(name + ".fc2", squeezed, map.Channels, 1) { HasBias = true });
        return writer.Multiply(map, writer.Sigmoid(gates));
    }
}
