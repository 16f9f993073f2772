namespace EmoHRNet.Network;

/// <summary>The regular stage tables of all published networks: widths double from branch to branch.</summary>
public static class HRNetTables
{
    /// <summary>Stages of 2, 3, 4, … branches; one module count for each stage.</summary>
    /// <param name="baseWidth">Channels of the first branch.</param>
    /// <param name="blockCount">Residual blocks per branch and module.</param>
    /// <param name="moduleCounts">The number of modules of each stage, one entry per stage.</param>
    public static IReadOnlyList<StageOptions> Stages(int baseWidth, int blockCount, params int[] moduleCounts) =>
    [
        .. moduleCounts.Select((modules, i) => new StageOptions
        {
            Widths = Widths(baseWidth, i + 2),
            BlockCount = blockCount,
            ModuleCount = modules,
        }),
    ];

    /// <summary>Branch widths: base, 2·base, 4·base, …</summary>
    /// <param name="baseWidth">Channels of the first branch.</param>
    /// <param name="branchCount">The number of branches.</param>
    public static IReadOnlyList<int> Widths(int baseWidth, int branchCount) =>
        [.. Enumerable.Range(0, branchCount).Select(branch => baseWidth << branch)];
}
