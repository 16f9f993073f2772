using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

internal sealed partial class LayerFactory
{
    /// <summary>Squeeze factor of squeeze-and-excitation; 0 for none.</summary>
    public int SqueezeExcitationReduction { get; init; }

    public bool IsFolded => folded;

    /// <summary>All convolutions with a norm, in order of creation: the same for two networks with the same options.</summary>
    public List<ConvBnRelu> Normalized { get; } = [];

    public ConvBnRelu MakeConvBnRelu(
        int inputs, int outputs, int kernel, (int Band, int Frame) stride, bool relu = true, bool bias = false)
    {
        Convolution convolution = new(this, inputs, outputs, kernel, stride, bias || folded);
        ConvBnRelu layers = new(convolution, MakeNorm(outputs), relu);
        Normalized.Add(layers);
        return layers;
    }

    public Sequential MakeSequential(int inputs, int outputs, int kernel, int stride = 1, bool relu = true, bool bias = false) =>
        MakeConvBnRelu(inputs, outputs, kernel, (stride, stride), relu, bias).ToSequential();

    public BatchNormalization? MakeNorm(int channels) => folded ? null : new BatchNormalization(this, channels);

    /// <summary>Residual blocks one after another (<c>_make_layer</c>, <c>_make_one_branch</c> in the reference).</summary>
    public Sequential MakeBlocks(BlockKind kind, int inputs, int width, int count, StochasticDepth.Range skip = default)
    {
        var blocks = new ResidualBlock[count];
        for (int i = 0; i < count; i++)
        {
            blocks[i] = MakeBlock(kind, inputs, width, skip.At(i, count));
            inputs = width * kind.Expansion();
        }

        return nn.Sequential(blocks);
    }

    private ResidualBlock MakeBlock(BlockKind kind, int inputs, int width, double skip) => kind switch
    {
        BlockKind.Bottleneck => new BottleneckBlock(this, inputs, width, skip),
        BlockKind.Basic => new BasicBlock(this, inputs, width, skip),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a defined kind of block."),
    };
}
