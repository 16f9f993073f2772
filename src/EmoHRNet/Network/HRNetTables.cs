namespace EmoHRNet.Network;

/// <summary>The regular stage tables that all published networks follow: widths double from branch to branch.</summary>
internal static class HRNetTables
{
    /// <summary>Stages of 2, 3, 4, … branches; one module count for each stage.</summary>
    public static IReadOnlyList<StageOptions> Stages(int baseWidth, int blockCount, params int[] moduleCounts) =>
    [
        .. moduleCounts.Select((modules, i) => new StageOptions
        {
            Widths = Widths(baseWidth, i + 2),
            BlockCount = blockCount,
            ModuleCount = modules,
        }),
    ];

    /// <summary>base, 2·base, 4·base, …</summary>
    public static IReadOnlyList<int> Widths(int baseWidth, int branchCount) =>
        [.. Enumerable.Range(0, branchCount).Select(branch => baseWidth << branch)];
}
