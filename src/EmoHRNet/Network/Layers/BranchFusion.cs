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
        int start = _target == 0 ? 1 : 0;
        Tensor sum = Start(branches[start], _connections[start]!, branches[_target]);
        for (int from = 0; from < branches.Length; from++)
        {
            if (from != start)
            {
                using Tensor? received = _connections[from]?.call(branches[from]);
                Upsampling.AddUpsampled(sum, received ?? branches[from]);
            }
        }

        return sum.relu_();
    }

    private static Tensor Start(Tensor branch, nn.Module<Tensor, Tensor> connection, Tensor target)
    {
        Tensor received = connection.call(branch);
        if (Upsampling.HasSameSize(received, target))
        {
            return received;
        }

        using Tensor small = received;
        return Upsampling.Upsample(small, target);
    }
}
