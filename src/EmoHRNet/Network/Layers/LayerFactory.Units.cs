namespace EmoHRNet.Network.Layers;

internal sealed partial class LayerFactory
{
    /// <summary>Squeeze factor of squeeze-and-excitation; 0 has none.</summary>
    public int SqueezeExcitationReduction { get; init; }

    public bool IsFolded => folded;

    /// <summary>All units made so far; two networks made from the same options list theirs in the same order.</summary>
    public List<NormalizedConvolution> Units { get; } = [];

    public NormalizedConvolution MakeUnit(int inputs, int outputs, int kernel, (int Band, int Frame) stride, bool bias = false)
    {
        var unit = new NormalizedConvolution(
            new Convolution(this, inputs, outputs, kernel, stride, bias || folded),
            MakeNorm(outputs));
        Units.Add(unit);
        return unit;
    }

    public UnitLayer MakeLayer(int inputs, int outputs, int kernel, int stride, bool rectified, bool bias = false) =>
        new(MakeUnit(inputs, outputs, kernel, (stride, stride), bias), rectified);

    /// <summary>One branch's convolution of the Fuse Layer; in the folded form the first carries the bias of all.</summary>
    public Convolution MakeFuseConvolution(int inputs, int outputs, bool isFirst) =>
        new(this, inputs, outputs, kernel: 1, (1, 1), bias: folded && isFirst);

    public BatchNormalization? MakeNorm(int channels) => folded ? null : new BatchNormalization(this, channels);

    public SqueezeExcitation? MakeExcitation(int channels) =>
        SqueezeExcitationReduction > 0 ? new SqueezeExcitation(this, channels, SqueezeExcitationReduction) : null;

    /// <summary>Residual blocks one after another (<c>_make_layer</c>, <c>_make_one_branch</c> in the reference).</summary>
    public Chain MakeBlocks(BlockKind kind, int inputs, int width, int count, StochasticDepth.Range skip = default)
    {
        var blocks = new ResidualBlock[count];
        for (int i = 0; i < count; i++)
        {
            blocks[i] = MakeBlock(kind, inputs, width, skip.At(i, count));
            inputs = width * kind.Expansion();
        }

        return new Chain(blocks);
    }

    private ResidualBlock MakeBlock(BlockKind kind, int inputs, int width, double skip) => kind switch
    {
        BlockKind.Bottleneck => new BottleneckBlock(this, inputs, width, skip),
        BlockKind.Basic => new BasicBlock(this, inputs, width, skip),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a defined kind of block."),
    };
}
