using EmoHRNet.OnnxRuntime.Weights;

namespace EmoHRNet.OnnxRuntime.Graphs;

internal sealed partial class GraphWriter
{
    /// <summary>A convolution including everything that is folded into it.</summary>
    public Map Convolve(Map input, ConvolutionWeights weights, int bandStride = 1, int frameStride = 1)
    {
        Weights.Add(weights);
        long padding = weights.Kernel / 2;
        string[] inputs = weights.FoldedBias is { } bias ? [input.Name, weights.FoldedWeight, bias] : [input.Name, weights.FoldedWeight];
        string output = Node(
            "Conv",
            inputs,
            weights.Name,
            Ints("kernel_shape", weights.Kernel, weights.Kernel),
            Ints("pads", padding, padding, padding, padding),
            Ints("strides", bandStride, frameStride));
        int level = input.Level + (bandStride * frameStride > 1 ? 1 : 0);
        return new Map(output, weights.Outputs, input.Size?.Strided(bandStride, frameStride), level);
    }

    public Map Rectify(Map input) => input with { Name = Node("Relu", [input.Name], input.Name + "/relu") };

    public Map Sigmoid(Map input) => input with { Name = Node("Sigmoid", [input.Name], input.Name + "/sigmoid") };

    /// <summary>The sum of two maps of equal size.</summary>
    public Map Add(Map first, Map second) => first with { Name = Node("Add", [first.Name, second.Name], first.Name + "/add") };

    /// <summary>The elementwise product; a map with one band or frame is broadcast.</summary>
    public Map Multiply(Map map, Map factors) => map with { Name = Node("Mul", [map.Name, factors.Name], map.Name + "/mul") };

    /// <summary>The mean of each channel, [N, channels, 1, 1].</summary>
    public Map Mean(Map map) => map with { Name = Node("GlobalAveragePool", [map.Name], map.Name + "/mean"), Size = new MapSize(1, 1) };

    /// <summary>The mean over bands, [N, channels, 1, frames].</summary>
    public Map MeanOverBands(Map map) => map with
    {
        Name = Node("ReduceMean", [map.Name], map.Name + "/mean", Ints("axes", 2), Int("keepdims", 1)),
        Size = map.Size is { } size ? size with { Bands = 1 } : null,
    };

    /// <summary>Softmax over frames.</summary>
    public Map SoftmaxOverFrames(Map map) => map with { Name = Node("Softmax", [map.Name], map.Name + "/softmax", Int("axis", 3)) };

    /// <summary>The sum over bands and frames, [N, channels].</summary>
    public string Sum(Map map) => Node("ReduceSum", [map.Name, Constant("spatial_axes", 2, 3)], map.Name + "/sum", Int("keepdims", 0));

    /// <summary>Reshapes [N, channels, 1, 1] to [N, channels].</summary>
    public string Flatten(Map map) => Node("Flatten", [map.Name], map.Name + "/flat", Int("axis", 1));

    /// <summary>A fully connected layer, [N, inputs] to [N, outputs].</summary>
    public string Connect(string features, string layer, int inputs, int outputs, string name)
    {
        Weights.Copy(layer + ".weight", outputs, inputs);
        Weights.Copy(layer + ".bias", outputs);
        return Node("Gemm", [features, layer + ".weight", layer + ".bias"], name, Int("transB", 1));
    }
}
