using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Parallel branches of residual blocks, then an exchange in which every branch receives from all others.</summary>
internal sealed class HighResolutionModule : nn.Module<Tensor[], Tensor[]>
{
    [ComponentName(Name = "branches")]
    private readonly ModuleList<Sequential> _branches;

    [ComponentName(Name = "fuse_layers")]
    private readonly ModuleList<BranchFusion>? _fusions;

    public HighResolutionModule(LayerFactory factory, StageOptions stage, IReadOnlyList<int> channels, StochasticDepth.Range skip)
        : base(nameof(HighResolutionModule))
    {
        int count = stage.Widths.Count;
        _branches = new([.. stage.Widths.Select((width, i) => factory.MakeBlocks(stage.Block, channels[i], width, stage.BlockCount, skip))]);
        _fusions = count == 1 ? null : new([.. Enumerable.Range(0, count).Select(i => new BranchFusion(factory, channels, i))]);
        RegisterComponents();
    }

    /// <summary>New tensors, one for each branch.</summary>
    public override Tensor[] forward(Tensor[] inputs)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] branches = [.. inputs.Select((input, i) => _branches[i].call(input))];
        Tensor[] outputs = _fusions is null ? branches : [.. _fusions.Select(fusion => fusion.call(branches))];
        return [.. outputs.Select(output => output.MoveToOuterDisposeScope())];
    }
}
