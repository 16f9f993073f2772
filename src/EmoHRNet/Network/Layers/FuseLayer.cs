using EmoHRNet.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// EmoHRNet's Fuse Layer: a 1×1 convolution of all branches, upsampled to the first, then batch normalization, residual connection and
/// ReLU. A 1×1 convolution and nearest upsampling commute, so each branch is convolved at its own resolution and then upsampled and
/// added: for widths that double from branch to branch about an eighth of the multiply-adds of concatenating first.
/// </summary>
internal sealed class FuseLayer : nn.Module<Tensor[], Tensor>
{
    [ComponentName(Name = "branches")]
    private readonly ModuleList<Convolution> _convolutions;

    [ComponentName(Name = "bn")]
    private readonly BatchNormalization? _norm;

    public FuseLayer(LayerFactory factory, IReadOnlyList<int> channels, int width, bool residual)
        : base(nameof(FuseLayer))
    {
        HasShortcut = residual && !factory.IsFolded;
        // In the folded form the first convolution holds the bias of all.
        _convolutions = new([.. channels.Select((count, i) =>
            new Convolution(factory, count, width, kernel: 1, (1, 1), bias: factory.IsFolded && i == 0))]);
        _norm = factory.MakeNorm(width);
        RegisterComponents();
    }

    /// <summary>The convolution of each branch. In the folded form the shortcut is part of the first one's weights.</summary>
    public IList<Convolution> Convolutions => _convolutions;

    public BatchNormalization? Norm => _norm;

    public bool HasShortcut { get; }

    /// <summary>A new tensor at the first branch's resolution; the inputs are not disposed.</summary>
    public override Tensor forward(Tensor[] branches)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor sum = Sum(branches);
        Tensor fused = _norm?.call(sum) ?? sum;
        if (HasShortcut)
        {
            AddShortcut(fused, branches[0]);
        }

        return fused.relu_().MoveToOuterDisposeScope();
    }

    private Tensor Sum(Tensor[] branches)
    {
        Tensor sum = _convolutions[0].call(branches[0]);
        Tensor[] coarser = [.. branches.Skip(1).Select((branch, i) => _convolutions[i + 1].call(branch))];
        foreach (Tensor map in Upsampling.Gather(coarser, sum))
        {
            Upsampling.AddUpsampled(sum, map);
        }

        return sum;
    }

    private static void AddShortcut(Tensor fused, Tensor first)
    {
        using Tensor receiving = fused.narrow(1, 0, first.shape[1]);
        receiving.AddInPlace(first);
    }
}
