using EmoHRNet.Audio.Options;

namespace EmoHRNet.Network;

/// <summary>
/// A stage of parallel branches. Branch i has 1/2^i of the first branch's resolution; after every module, each branch receives the maps of
/// all others.
/// </summary>
public sealed record StageOptions
{
    internal const int MaximumBranchCount = 6;
    internal const int MaximumBlockCount = 64;

    /// <summary>Channels inside the blocks of each branch, from the highest resolution to the lowest; their number is the number of
    /// branches. Default 64 and 128, 1 to 6 branches of 1 to 4096 channels.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [64, 128];

    /// <summary>Residual blocks in each branch of a module. Default 4, range 1 to 64.</summary>
    public int BlockCount { get; init; } = 4;

    /// <summary>Number of modules (blocks, then exchange between branches). Default 1, range 1 to 64.</summary>
    public int ModuleCount { get; init; } = 1;

    /// <summary>The block. Default <see cref="BlockKind.Basic"/>.</summary>
    public BlockKind Block { get; init; } = BlockKind.Basic;

    /// <summary>Compares by value, including the widths.</summary>
    /// <param name="other">The stage to compare with.</param>
    public bool Equals(StageOptions? other) =>
        other is not null && Widths.SequenceEqual(other.Widths)
        && (BlockCount, ModuleCount, Block) == (other.BlockCount, other.ModuleCount, other.Block);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Widths.Aggregate(HashCode.Combine(BlockCount, ModuleCount, Block), HashCode.Combine);

    /// <summary>Adds a problem for every value that is out of range.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems)
    {
        problems.Require(
            Widths is { Count: >= 1 and <= MaximumBranchCount },
            nameof(Widths),
            Widths is null ? null : $"a list of {Widths.Count}",
            $"1 to {MaximumBranchCount} branch widths");
        for (int branch = 0; branch < (Widths?.Count ?? 0); branch++)
        {
            problems.Range($"{nameof(Widths)}[{branch}]", Widths![branch], 1, HRNetOptions.MaximumWidth);
        }

        problems.Range(nameof(BlockCount), BlockCount, 1, MaximumBlockCount)
            .Range(nameof(ModuleCount), ModuleCount, 1, 64)
            .Defined(nameof(Block), Block);
    }
}
