using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Stem, optional residual stage, and the stages of parallel branches with the transitions between them.</summary>
internal sealed class Backbone
{
    private const int FirstParallelStage = 2;

    private readonly Stem _stem;
    private readonly Sequential? _residualStage;
    private readonly StageTransition[] _transitions;
    private readonly ModuleList<HighResolutionModule>[] _stages;

    public Backbone(LayerFactory factory, HRNetOptions options)
    {
        _stem = new Stem(factory, options.Stem, options.InputChannels);
        IReadOnlyList<int> channels = [options.Stem.Width];
        if (options.ResidualStage is { } first)
        {
            _residualStage = factory.MakeBlocks(first.Block, options.Stem.Width, first.Width, first.BlockCount);
            channels = [first.Width * first.Block.Expansion()];
        }

        _transitions = new StageTransition[options.Stages.Count];
        _stages = new ModuleList<HighResolutionModule>[options.Stages.Count];
        for (int i = 0; i < _stages.Length; i++)
        {
            // As in the reference, the transition already produces the output width of a bottleneck.
            StageOptions stage = options.Stages[i];
            int[] widths = [.. stage.Widths.Select(width => width * stage.Block.Expansion())];
            _transitions[i] = new StageTransition(factory, channels, widths);
            _stages[i] = MakeStage(factory, stage, widths, StochasticDepth.Ramp(options, i));
            channels = widths;
        }

        Channels = channels;
    }

    /// <summary>Channels of each branch after the last stage.</summary>
    public IReadOnlyList<int> Channels { get; }

    public int StageCount => _stages.Length;

    public void RegisterIn(nn.Module network)
    {
        _stem.RegisterIn(network);
        if (_residualStage is not null)
        {
            network.register_module("layer1", _residualStage);
        }

        for (int i = 0; i < _stages.Length; i++)
        {
            network.register_module($"transition{i + FirstParallelStage - 1}", _transitions[i]);
            network.register_module($"stage{i + FirstParallelStage}", _stages[i]);
        }
    }

    /// <summary>The branches after the last stage; <paramref name="onStage"/> receives the branches after every stage.</summary>
    public Tensor[] Forward(Tensor input, Action<int, Tensor[]>? onStage = null)
    {
        Tensor[] branches = [_stem.Forward(input)];
        if (_residualStage is not null)
        {
            using Tensor stem = branches[0];
            branches = [_residualStage.call(stem)];
        }

        for (int i = 0; i < _stages.Length; i++)
        {
            branches = Advance(_transitions[i], branches);
            foreach (HighResolutionModule module in _stages[i])
            {
                branches = Advance(module, branches);
            }

            onStage?.Invoke(i + FirstParallelStage, branches);
        }

        return branches;
    }

    private static ModuleList<HighResolutionModule> MakeStage(
        LayerFactory factory, StageOptions stage, int[] channels, StochasticDepth.Range skip) =>
        new([.. Enumerable.Range(0, stage.ModuleCount).Select(i =>
            new HighResolutionModule(factory, stage, channels, skip.Part(i, stage.ModuleCount)))]);

    /// <summary>Runs a step and disposes the inputs that are not among its outputs, so that maps are freed as early as possible.</summary>
    private static Tensor[] Advance(nn.Module<Tensor[], Tensor[]> step, Tensor[] inputs)
    {
        Tensor[] outputs = step.call(inputs);
        foreach (Tensor input in inputs.Except<Tensor>(outputs, ReferenceEqualityComparer.Instance))
        {
            input.Dispose();
        }

        return outputs;
    }
}
