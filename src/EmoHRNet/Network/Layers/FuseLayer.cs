using EmoHRNet.Runtime;
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
    private readonly Convolution[] _convolutions;

    [ComponentName(Name = "bn")]
    private readonly BatchNormalization? _norm;

    public FuseLayer(LayerFactory factory, IReadOnlyList<int> channels, int width, bool residual)
        : base(nameof(FuseLayer))
    {
        HasShortcut = residual && !factory.IsFolded;
        _convolutions = [.. channels.Select((count, i) => factory.MakeFuseConvolution(count, width, isFirst: i == 0))];
        _norm = factory.MakeNorm(width);
        register_module("branches", new Numbered(_convolutions));
        RegisterComponents();
    }

    /// <summary>The convolution of each branch. In the folded form the shortcut is part of the first one's weights.</summary>
    public IReadOnlyList<Convolution> Convolutions => _convolutions;

    public BatchNormalization? Norm => _norm;

    public bool HasShortcut { get; }

    /// <summary>A new tensor at the first branch's resolution; the inputs stay.</summary>
    public override Tensor forward(Tensor[] branches)
    {
        Tensor fused = Sum(branches);
        if (_norm is not null)
        {
            using Tensor plain = fused;
            fused = _norm.call(plain);
        }

        if (HasShortcut)
        {
            AddShortcut(fused, branches[0]);
        }

        return fused.relu_();
    }

    private Tensor Sum(Tensor[] branches)
    {
        Tensor sum = _convolutions[0].call(branches[0]);
        Tensor[] coarser = [.. branches.Skip(1).Select((branch, i) => _convolutions[i + 1].call(branch))];
        foreach (Tensor map in Upsampling.Gather(coarser, sum))
        {
            Upsampling.AddUpsampled(sum, map);
        }

        TensorList.Dispose(coarser);
        return sum;
    }

    private static void AddShortcut(Tensor fused, Tensor first)
    {
        using Tensor receiving = fused.narrow(1, 0, first.shape[1]);
        receiving.AddInPlace(first);
    }
}
