using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>High-resolution modules one after another (<c>stageK</c> in the reference).</summary>
internal sealed class ParallelStage : nn.Module<Tensor[], Tensor[]>
{
    private readonly HighResolutionModule[] _modules;

    public ParallelStage(LayerFactory factory, StageOptions options, StochasticDepth.Range skip)
        : base(nameof(ParallelStage))
    {
        int[] channels = OutputChannels(options);
        _modules = new HighResolutionModule[options.ModuleCount];
        for (int i = 0; i < _modules.Length; i++)
        {
            _modules[i] = new HighResolutionModule(factory, options, channels, skip.Part(i, _modules.Length));
            register_module(LayerName.Of(i), _modules[i]);
        }
    }

    public static int[] OutputChannels(StageOptions options) =>
        [.. options.Widths.Select(width => width * options.Block.Expansion())];

    /// <summary>New tensors; takes the inputs over and gives them back.</summary>
    public override Tensor[] forward(Tensor[] inputs)
    {
        foreach (HighResolutionModule module in _modules)
        {
            Tensor[] outputs = module.call(inputs);
            TensorList.Dispose(inputs);
            inputs = outputs;
        }

        return inputs;
    }
}
