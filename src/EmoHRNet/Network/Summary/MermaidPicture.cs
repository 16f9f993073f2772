using System.Text;

namespace EmoHRNet.Network.Summary;

/// <summary>Draws a network as a Mermaid flowchart: a column for each stage, a row for each resolution, an arrow for each path.</summary>
internal static class MermaidPicture
{
    public static string Draw(HRNetSummary summary)
    {
        var picture = new StringBuilder("flowchart LR\n");
        HRNetOptions options = summary.Options;
        Line(picture, $"    input[\"input<br/>{options.InputChannels}×{summary.Bands}×{summary.Frames}\"] --> stem");
        Line(picture, $"    stem[\"{StemName(options)}<br/>{Shape(summary, "conv" + options.Stem.ConvolutionCount)}\"]");
        string first = DrawResidualStage(picture, summary);
        for (int stage = 0; stage < options.Stages.Count; stage++)
        {
            DrawStage(picture, summary, stage);
            DrawPaths(picture, options, stage, first);
        }

        DrawHead(picture, summary);
        return picture.ToString();
    }

    private static string StemName(HRNetOptions options) => options.Stem.ConvolutionCount == 1 ? "HRIM" : "stem";

    private static string DrawResidualStage(StringBuilder picture, HRNetSummary summary)
    {
        if (summary.Options.ResidualStage is not { } first)
        {
            return "stem";
        }

        Line(picture, $"    stem --> layer1[\"stage 1: {first.BlockCount} {Name(first.Block)}<br/>{Shape(summary, "layer1")}\"]");
        return "layer1";
    }

    private static void DrawStage(StringBuilder picture, HRNetSummary summary, int index)
    {
        StageOptions stage = summary.Options.Stages[index];
        string modules = stage.ModuleCount == 1 ? "" : $"{stage.ModuleCount} modules of ";
        Line(picture, $"    subgraph stage{index + 2} [\"HRS stage {index + 2}: {modules}{stage.BlockCount} {Name(stage.Block)} a branch\"]");
        for (int branch = 0; branch < stage.Widths.Count; branch++)
        {
            string layer = $"stage{index + 2}.{stage.ModuleCount - 1}.branches.{branch}";
            Line(picture, $"        {Node(index, branch)}[\"{Shape(summary, layer)}\"]");
        }

        Line(picture, "    end");
    }

    // Between two stages every branch receives from all; a new branch is made from the lowest. The head follows the last stage.
    private static void DrawPaths(StringBuilder picture, HRNetOptions options, int index, string first)
    {
        int before = index == 0 ? 1 : options.Stages[index - 1].Widths.Count;
        for (int branch = 0; branch < options.Stages[index].Widths.Count; branch++)
        {
            IEnumerable<string> sources = index == 0
                ? [first]
                : Enumerable.Range(0, before).Select(source => Node(index - 1, source));
            Line(picture, $"    {string.Join(" & ", sources)} --> {Node(index, branch)}");
        }
    }

    private static void DrawHead(StringBuilder picture, HRNetSummary summary)
    {
        HRNetOptions options = summary.Options;
        int last = options.Stages.Count - 1;
        IEnumerable<string> branches = Enumerable.Range(0, options.Stages[last].Widths.Count).Select(branch => Node(last, branch));
        (string name, string layer) = options.Head == HeadKind.FuseLayer ? ("FL", "fuse_layer") : ("head", "final_layer");
        Line(picture, $"    {string.Join(" & ", branches)} --> join[\"{name}<br/>{Shape(summary, layer)}\"]");
        string pooling = options.Pooling switch
        {
            PoolingKind.Average => "global average pooling",
            PoolingKind.Attention => "attention pooling",
            var other => throw new InvalidOperationException($"Nothing says how the pooling {other} is drawn."),
        };
        Line(picture, $"    join --> pool[\"{pooling}\"] --> classifier[\"fully connected<br/>{options.ClassCount}\"] --> softmax[\"softmax\"]");
    }

    private static string Shape(HRNetSummary summary, string layer) =>
        summary.Parts().Single(part => part.Name == layer).ShapeText;

    private static string Node(int stage, int branch) => $"s{stage + 2}b{branch}";

    private static string Name(BlockKind block) => block == BlockKind.Basic ? "basic blocks" : "bottlenecks";

    private static void Line(StringBuilder picture, string line) => picture.Append(line).Append('\n');
}
