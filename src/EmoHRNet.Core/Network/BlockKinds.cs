namespace EmoHRNet.Network;

/// <summary>Properties of the kinds of residual blocks.</summary>
public static class BlockKinds
{
    private const int BottleneckExpansion = 4;

    /// <summary>How many times wider a block's output is than its inside: 1 for basic blocks, 4 for bottlenecks.</summary>
    /// <param name="block">The kind of block.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static int Expansion(this BlockKind block) => block switch
    {
        BlockKind.Basic => 1,
        BlockKind.Bottleneck => BottleneckExpansion,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Not a kind of block."),
    };
}
