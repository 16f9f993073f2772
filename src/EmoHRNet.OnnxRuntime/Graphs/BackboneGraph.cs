using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Weights;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Writes the stem, the optional residual stage, and the stages of parallel branches with the transitions between them.</summary>
internal sealed class BackboneGraph(GraphWriter writer, HRNetOptions options)
{
    private const int FirstParallelStage = 2;

    private readonly BlockGraph _blocks = new(writer, options.SqueezeExcitationReduction);
    private readonly ExchangeGraph _exchange = new(writer);

    /// <summary>The branches after the last stage, from the highest resolution to the lowest.</summary>
    public Map[] Write(Map input)
    {
        Map map = Stem(input);
        if (options.ResidualStage is { } first)
        {
            map = _blocks.Blocks(map, "layer1", first.Block, first.Width, first.BlockCount);
        }

        Map[] branches = [map];
        for (int i = 0; i < options.Stages.Count; i++)
        {
            StageOptions stage = options.Stages[i];
            int[] channels = [.. stage.Widths.Select(width => width * stage.Block.Expansion())];
            branches = _exchange.Transition(branches, $"transition{i + FirstParallelStage - 1}", channels);
            branches = Stage(branches, $"stage{i + FirstParallelStage}", stage);
        }

        return branches;
    }

    private Map Stem(Map map)
    {
        StemOptions stem = options.Stem;
        for (int i = 1; i <= stem.ConvolutionCount; i++)
        {
            ConvolutionWeights weights = new($"conv{i}", map.Channels, stem.Width, Kernel: 3) { Norm = $"bn{i}" };
            map = writer.Rectify(writer.Convolve(map, weights, stem.BandStride, stem.FrameStride));
        }

        return map;
    }

    private Map[] Stage(Map[] branches, string name, StageOptions stage)
    {
        for (int module = 0; module < stage.ModuleCount; module++)
        {
            Map[] deepened = [.. branches.Select((branch, i) =>
                _blocks.Blocks(branch, $"{name}.{module}.branches.{i}", stage.Block, stage.Widths[i], stage.BlockCount))];
            branches = _exchange.Exchange(deepened, $"{name}.{module}.fuse_layers");
        }

        return branches;
    }
}
