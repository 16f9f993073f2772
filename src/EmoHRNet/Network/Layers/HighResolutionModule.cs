using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Parallel branches of residual blocks, then an exchange in which every branch receives from all others.</summary>
internal sealed class HighResolutionModule : nn.Module<Tensor[], Tensor[]>
{
    private readonly Chain[] _branches;
    private readonly BranchFusion[] _fusions;

    public HighResolutionModule(LayerFactory factory, StageOptions stage, IReadOnlyList<int> channels, StochasticDepth.Range skip)
        : base(nameof(HighResolutionModule))
    {
        int count = stage.Widths.Count;
        _branches = [.. Enumerable.Range(0, count).Select(i =>
            factory.MakeBlocks(stage.Block, channels[i], stage.Widths[i], stage.BlockCount, skip))];
        _fusions = count == 1 ? [] : [.. Enumerable.Range(0, count).Select(i => new BranchFusion(factory, channels, i))];
        register_module("branches", new Numbered(_branches));
        if (count > 1)
        {
            register_module("fuse_layers", new Numbered(_fusions));
        }
    }

    /// <summary>New tensors, one for each branch.</summary>
    public override Tensor[] forward(Tensor[] inputs)
    {
        Tensor[] branches = [.. inputs.Select((input, i) => _branches[i].call(input))];
        if (_fusions.Length == 0)
        {
            return branches;
        }

        Tensor[] fused = [.. _fusions.Select(fusion => fusion.call(branches))];
        TensorList.Dispose(branches);
        return fused;
    }
}
