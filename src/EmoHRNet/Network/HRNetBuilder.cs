namespace EmoHRNet.Network;

/// <summary>Composes a network step by step, from EmoHRNet's defaults or from a preset; options are validated when it is built.</summary>
/// <example>
/// <code>
/// HRNetModule network = new HRNetBuilder(classCount: 7)
///     .WithStem(width: 16, bandStride: 2, frameStride: 2)
///     .WithoutStages()
///     .AddStage([16, 32], blocks: 2)
///     .AddStage([16, 32, 64], blocks: 2)
///     .WithFuseLayer(width: 64)
///     .WithDropout(0.2)
///     .Build(seed: 1);
/// </code>
/// </example>
public sealed class HRNetBuilder
{
    private HRNetOptions _options;

    /// <summary>Starts from the defaults of EmoHRNet.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64.</param>
    public HRNetBuilder(int classCount, int inputChannels = 1)
        : this(new HRNetOptions { ClassCount = classCount, InputChannels = inputChannels })
    {
    }

    /// <summary>Starts from options, such as a preset's.</summary>
    /// <param name="options">The options to change a copy of.</param>
    public HRNetBuilder(HRNetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Sets the stem; see <see cref="StemOptions"/> for ranges.</summary>
    /// <param name="width">Channels.</param>
    /// <param name="bandStride">Stride along the mel bands.</param>
    /// <param name="frameStride">Stride along the frames.</param>
    /// <param name="convolutions">One is EmoHRNet's HRIM, two are the reference's stem.</param>
    public HRNetBuilder WithStem(int width, int bandStride = 1, int frameStride = 1, int convolutions = 1) => With(_options with
    {
        Stem = new StemOptions
        {
            Width = width,
            BandStride = bandStride,
            FrameStride = frameStride,
            ConvolutionCount = convolutions,
        },
    });

    /// <summary>Puts the reference's single-branch stage before the parallel ones; see <see cref="ResidualStageOptions"/>.</summary>
    /// <param name="width">Channels inside a block.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="block">The block.</param>
    public HRNetBuilder WithResidualStage(int width, int blocks, BlockKind block = BlockKind.Bottleneck) => With(_options with
    {
        ResidualStage = new ResidualStageOptions { Width = width, BlockCount = blocks, Block = block },
    });

    /// <summary>Replaces all stages by stages of 2, 3, 4, … branches whose widths double from branch to branch.</summary>
    /// <param name="baseWidth">Channels of the first branch.</param>
    /// <param name="blocks">Residual blocks of a branch in a module.</param>
    /// <param name="modules">Modules of each stage; their number is the number of stages.</param>
    public HRNetBuilder WithStages(int baseWidth, int blocks, params int[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        return With(_options with { Stages = HRNetTables.Stages(baseWidth, blocks, modules) });
    }

    /// <summary>Removes all stages, to add others one by one.</summary>
    public HRNetBuilder WithoutStages() => With(_options with { Stages = [] });

    /// <summary>Adds a stage at the end; see <see cref="StageOptions"/> for ranges.</summary>
    /// <param name="widths">Channels of each branch, from the highest resolution to the lowest.</param>
    /// <param name="blocks">Residual blocks of a branch in a module.</param>
    /// <param name="modules">Modules one after another.</param>
    /// <param name="block">The block.</param>
    public HRNetBuilder AddStage(IReadOnlyList<int> widths, int blocks, int modules = 1, BlockKind block = BlockKind.Basic) => With(_options with
    {
        Stages =
        [
            .. _options.Stages,
            new StageOptions { Widths = widths, BlockCount = blocks, ModuleCount = modules, Block = block },
        ],
    });

    /// <summary>Joins the branches by EmoHRNet's Fuse Layer; see <see cref="FuseLayerOptions"/>.</summary>
    /// <param name="width">Channels of the fused map; null is as many as the first branch has.</param>
    /// <param name="residual">Whether the first branch is added.</param>
    public HRNetBuilder WithFuseLayer(int? width = null, bool residual = true) => With(_options with
    {
        Head = HeadKind.FuseLayer,
        FuseLayer = new FuseLayerOptions { Width = width, Residual = residual },
    });

    /// <summary>Joins the branches by the reference's head for image classification; needs four branches in the last stage.</summary>
    public HRNetBuilder WithClassificationHead() => With(_options with { Head = HeadKind.Classification });

    /// <summary>Pools by an attention-weighted mean over frames instead of the plain mean.</summary>
    public HRNetBuilder WithAttentionPooling() => With(_options with { Pooling = PoolingKind.Attention });

    /// <summary>Drops pooled features in training.</summary>
    /// <param name="probability">0 to 0.9.</param>
    public HRNetBuilder WithDropout(double probability) => With(_options with { Dropout = probability });

    /// <summary>Skips residual blocks in training, the deeper the more often.</summary>
    /// <param name="probability">Of the last block, 0 to 0.9.</param>
    public HRNetBuilder WithStochasticDepth(double probability) => With(_options with { StochasticDepth = probability });

    /// <summary>Adds squeeze-and-excitation to every residual block.</summary>
    /// <param name="reduction">Factor by which the channels are squeezed; 0 has none, 0 to 64.</param>
    public HRNetBuilder WithSqueezeExcitation(int reduction = 16) => With(_options with { SqueezeExcitationReduction = reduction });

    /// <summary>The options composed so far, checked.</summary>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range; all problems are named.</exception>
    public HRNetOptions ToOptions()
    {
        _options.Validate();
        return _options;
    }

    /// <summary>Builds the network with new weights; see <see cref="HRNetModule(HRNetOptions, long?, TorchSharp.torch.Device?)"/>.</summary>
    /// <param name="seed">Makes the initial weights reproducible; null takes them from the global generator.</param>
    /// <param name="device">Where the parameters are created; null is the CPU.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range; all problems are named.</exception>
    public HRNetModule Build(long? seed = null, TorchSharp.torch.Device? device = null) => new(_options, seed, device);

    private HRNetBuilder With(HRNetOptions options)
    {
        _options = options;
        return this;
    }
}
