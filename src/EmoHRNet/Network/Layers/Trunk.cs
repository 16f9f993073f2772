using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Stem, optional residual stage, and the stages of parallel branches with the transitions between them.</summary>
internal sealed class Trunk
{
    private const int FirstParallelStage = 2;

    private readonly Stem _stem;
    private readonly Chain? _residualStage;
    private readonly StageTransition[] _transitions;
    private readonly ParallelStage[] _stages;

    public Trunk(LayerFactory factory, HRNetOptions options)
    {
        _stem = new Stem(factory, options.Stem, options.InputChannels);
        IReadOnlyList<int> channels = [options.Stem.Width];
        if (options.ResidualStage is { } first)
        {
            _residualStage = factory.MakeBlocks(first.Block, options.Stem.Width, first.Width, first.BlockCount);
            channels = [first.Width * first.Block.Expansion()];
        }

        _transitions = new StageTransition[options.Stages.Count];
        _stages = new ParallelStage[options.Stages.Count];
        for (int i = 0; i < _stages.Length; i++)
        {
            // As in the reference, a transition already makes the width of a bottleneck's output.
            int[] widths = ParallelStage.OutputChannels(options.Stages[i]);
            _transitions[i] = new StageTransition(factory, channels, widths);
            _stages[i] = new ParallelStage(factory, options.Stages[i], StochasticDepth.Ramp(options, i));
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
            network.register_module("transition" + LayerName.Of(i + FirstParallelStage - 1), _transitions[i]);
            network.register_module("stage" + LayerName.Of(i + FirstParallelStage), _stages[i]);
        }
    }

    /// <summary>The branches after the last stage; <paramref name="onStage"/> sees those after every stage.</summary>
    public Tensor[] Forward(Tensor input, Action<int, Tensor[]>? onStage = null)
    {
        Tensor[] branches = [Enter(input)];
        for (int i = 0; i < _stages.Length; i++)
        {
            branches = _stages[i].call(_transitions[i].call(branches));
            onStage?.Invoke(i + FirstParallelStage, branches);
        }

        return branches;
    }

    private Tensor Enter(Tensor input)
    {
        Tensor stem = _stem.Forward(input);
        if (_residualStage is null)
        {
            return stem;
        }

        using (stem)
        {
            return _residualStage.call(stem);
        }
    }
}
