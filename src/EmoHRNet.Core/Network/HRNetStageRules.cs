using EmoHRNet.Audio.Options;

namespace EmoHRNet.Network;

/// <summary>Checks consecutive stages against each other, and the last stage against the head.</summary>
internal static class HRNetStageRules
{
    private const int MaximumStageCount = 8;

    public static void Collect(HRNetOptions options, OptionProblems problems)
    {
        IReadOnlyList<StageOptions>? stages = options.Stages;
        problems.Require(
            stages is { Count: >= 1 and <= MaximumStageCount },
            nameof(options.Stages),
            stages is null ? null : $"a list of {stages.Count}",
            $"1 to {MaximumStageCount} stages");
        for (int i = 0; i < (stages?.Count ?? 0); i++)
        {
            StageOptions? stage = stages![i];
            string name = $"{nameof(options.Stages)}[{i}]";
            problems.Require(stage is not null, name, null, "options");
            if (stage is not null)
            {
                problems.Nested(name, stage.CollectProblems);
                CollectBranchCount(name, stage, i == 0 ? null : stages[i - 1], problems);
            }
        }

        if (stages is [.., { Widths.Count: > 0 } last])
        {
            CollectHead(options, last, problems);
        }
    }

    private static void CollectBranchCount(string name, StageOptions stage, StageOptions? previous, OptionProblems problems)
    {
        int before = previous?.Widths?.Count ?? 1;
        int count = stage.Widths?.Count ?? before;
        problems.Require(count >= before, name + ".Widths", $"a list of {count}", $"at least the {before} branches of the stage before");
    }

    private static void CollectHead(HRNetOptions options, StageOptions last, OptionProblems problems)
    {
        if (options.Head == HeadKind.Classification)
        {
            problems.Require(
                last.Widths.Count == HRNetOptions.ReferenceHeadBranchCount,
                $"{nameof(options.Stages)}[{options.Stages.Count - 1}].Widths",
                $"a list of {last.Widths.Count}",
                $"{HRNetOptions.ReferenceHeadBranchCount} branches for {nameof(HeadKind.Classification)}");
        }
        else if (options.FuseLayer is { Width: int width } fuse)
        {
            int first = Enum.IsDefined(last.Block) ? last.Widths[0] * last.Block.Expansion() : 0;
            problems.Range("FuseLayer.Width", width, 1, HRNetOptions.MaximumWidth)
                .Require(
                    !fuse.Residual || width >= first,
                    "FuseLayer.Width",
                    width,
                    $"at least the {first} channels of the first branch, which the residual connection adds");
        }
    }
}
