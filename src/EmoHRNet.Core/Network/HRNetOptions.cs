using EmoHRNet.Audio.Options;

namespace EmoHRNet.Network;

/// <summary>
/// The architecture of a high-resolution network: stem, a table of stages, head. Presets are in <see cref="HRNetPresets"/>,
/// <c>HRNetBuilder</c> builds the options fluently, and <c>HRNetModule</c> is the network itself. The defaults follow EmoHRNet (Muppidi and
/// Radfar, 2024).
/// </summary>
public sealed record HRNetOptions : ValidatedOptions
{
    internal const int MaximumWidth = 4096;
    internal const int ReferenceHeadBranchCount = 4;

    /// <summary>Number of classes. Default 8, range 2 to 100000.</summary>
    public int ClassCount { get; init; } = 8;

    /// <summary>Number of input channels: 1 for a spectrogram, 3 for a spectrogram with its deltas. Default 1, range 1 to 64.</summary>
    public int InputChannels { get; init; } = 1;

    /// <summary>The stem (HRIM in EmoHRNet).</summary>
    public StemOptions Stem { get; init; } = new();

    /// <summary>The single-branch first stage of the reference HRNet; null, the default, for none (EmoHRNet).</summary>
    public ResidualStageOptions? ResidualStage { get; init; }

    /// <summary>The stages with parallel branches (HRS). Default: 2, 3 and 4 branches from 64 channels up, 4 blocks, 1 module each.</summary>
    public IReadOnlyList<StageOptions> Stages { get; init; } = HRNetTables.Stages(baseWidth: 64, blockCount: 4, 1, 1, 1);

    /// <summary>How the branches are combined. Default <see cref="HeadKind.FuseLayer"/>.</summary>
    public HeadKind Head { get; init; } = HeadKind.FuseLayer;

    /// <summary>The Fuse Layer (FL); used with <see cref="HeadKind.FuseLayer"/> only.</summary>
    public FuseLayerOptions FuseLayer { get; init; } = new();

    /// <summary>How the last map is pooled. Default <see cref="PoolingKind.Average"/>.</summary>
    public PoolingKind Pooling { get; init; } = PoolingKind.Average;

    /// <summary>Probability with which a pooled feature is dropped in training. Default 0, range 0 to 0.9.</summary>
    public double Dropout { get; init; }

    /// <summary>
    /// Probability with which the last residual block of a branch is skipped for a clip in training; it grows linearly with depth
    /// from 0 (stochastic depth, Huang et al., 2016). Default 0, range 0 to 0.9.
    /// </summary>
    public double StochasticDepth { get; init; }

    /// <summary>
    /// Squeeze-and-excitation (Hu et al., 2018) in every residual block: the reduction factor of the channels, usually 4 to 16; 0, the
    /// default, for none. Range 0 to 64.
    /// </summary>
    public int SqueezeExcitationReduction { get; init; }

    /// <summary>Compares by value, including the stages.</summary>
    /// <param name="other">The options to compare with.</param>
    public bool Equals(HRNetOptions? other) =>
        other is not null && Stages.SequenceEqual(other.Stages) && Scalars == other.Scalars
        && Stem == other.Stem && ResidualStage == other.ResidualStage && FuseLayer == other.FuseLayer;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Stages.Aggregate(HashCode.Combine(Scalars, Stem, ResidualStage, FuseLayer), HashCode.Combine);

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems.Range(nameof(ClassCount), ClassCount, 2, 100_000)
            .Range(nameof(InputChannels), InputChannels, 1, 64)
            .Defined(nameof(Head), Head)
            .Defined(nameof(Pooling), Pooling)
            .Range(nameof(Dropout), Dropout, 0, 0.9)
            .Range(nameof(StochasticDepth), StochasticDepth, 0, 0.9)
            .Range(nameof(SqueezeExcitationReduction), SqueezeExcitationReduction, 0, 64)
            .Require(Stem is not null, nameof(Stem), null, "options")
            .Require(FuseLayer is not null, nameof(FuseLayer), null, "options");
        if (Stem is not null)
        {
            problems.Nested(nameof(Stem), Stem.CollectProblems);
        }

        if (ResidualStage is not null)
        {
            problems.Nested(nameof(ResidualStage), ResidualStage.CollectProblems);
        }

        HRNetStageRules.Collect(this, problems);
    }

    private (int, int, HeadKind, PoolingKind, double, double, int) Scalars =>
        (ClassCount, InputChannels, Head, Pooling, Dropout, StochasticDepth, SqueezeExcitationReduction);
}
