using EmoHRNet.Audio.Options;

namespace EmoHRNet.Network;

/// <summary>The single-branch first stage of the reference HRNet (<c>layer1</c>): residual blocks at the stem's resolution.</summary>
public sealed record ResidualStageOptions
{
    /// <summary>The block. Default <see cref="BlockKind.Bottleneck"/>.</summary>
    public BlockKind Block { get; init; } = BlockKind.Bottleneck;

    /// <summary>Channels inside a block (a bottleneck's output is four times as wide). Default 64, range 1 to 4096.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Number of blocks. Default 4, range 1 to 64.</summary>
    public int BlockCount { get; init; } = 4;

    /// <summary>Adds a problem for every value that is out of range.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Defined(nameof(Block), Block)
        .Range(nameof(Width), Width, 1, HRNetOptions.MaximumWidth)
        .Range(nameof(BlockCount), BlockCount, 1, StageOptions.MaximumBlockCount);
}
