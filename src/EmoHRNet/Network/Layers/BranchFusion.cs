using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>One row of a module's exchange: everything that flows into one branch (<c>fuse_layers[i]</c> in the reference).</summary>
internal sealed class BranchFusion : nn.Module<Tensor[], Tensor>
{
    private readonly int _target;
    private readonly nn.Module<Tensor, Tensor>?[] _connections;

    public BranchFusion(LayerFactory factory, IReadOnlyList<int> channels, int target)
        : base(nameof(BranchFusion))
    {
        _target = target;
        _connections = new nn.Module<Tensor, Tensor>?[channels.Count];
        for (int from = 0; from < channels.Count; from++)
        {
            if (from != target)
            {
                nn.Module<Tensor, Tensor> connection = FuseConnection.Make(factory, channels, from, target);
                _connections[from] = connection;
                register_module(LayerName.Of(from), connection);
            }
        }
    }

    /// <summary>A new tensor. Sums into a fresh map: a branch's own output is needed for its gradient and stays as it is.</summary>
    public override Tensor forward(Tensor[] branches)
    {
        Tensor own = branches[_target];
        Tensor[] finer = Receive(branches, 0, _target);
        Tensor[] coarser = Receive(branches, _target + 1, branches.Length);
        Tensor sum = Sum(own, finer, Upsampling.Gather(coarser, own));
        TensorList.Dispose(finer.Skip(1).Concat(coarser));
        return sum.relu_();
    }

    private Tensor[] Receive(Tensor[] branches, int start, int end) =>
        [.. Enumerable.Range(start, end - start).Select(from => _connections[from]!.call(branches[from]))];

    // The first finer map becomes the sum. The highest resolution has none: there it is the first map that is upsampled.
    private static Tensor Sum(Tensor own, Tensor[] finer, IReadOnlyList<Tensor> coarser)
    {
        bool isFinest = finer.Length == 0;
        Tensor sum = isFinest ? Upsampling.Upsample(coarser[0], own) : finer[0];
        sum.AddInPlace(own);
        foreach (Tensor received in finer.Skip(1).Concat(coarser.Skip(isFinest ? 1 : 0)))
        {
            Upsampling.AddUpsampled(sum, received);
        }

        return sum;
    }
}
