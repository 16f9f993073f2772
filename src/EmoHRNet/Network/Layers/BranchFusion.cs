using EmoHRNet.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// One row of a module's exchange, all inputs of one branch (<c>fuse_layers[i]</c> in the reference): from a lower resolution
/// a 1×1 convolution and nearest upsampling, from a higher one a sequence of strided 3×3 convolutions.
/// </summary>
internal sealed class BranchFusion : nn.Module<Tensor[], Tensor>
{
    private readonly int _target;
    private readonly Sequential?[] _connections;

    public BranchFusion(LayerFactory factory, IReadOnlyList<int> channels, int target)
        : base(nameof(BranchFusion))
    {
        _target = target;
        _connections = new Sequential?[channels.Count];
        for (int from = 0; from < channels.Count; from++)
        {
            if (from != target)
            {
                Sequential connection = from > target
                    ? factory.MakeSequential(channels[from], channels[target], kernel: 1, relu: false)
                    : MakeDown(factory, channels[from], channels[target], steps: target - from);
                _connections[from] = connection;
                register_module($"{from}", connection);
            }
        }
    }

    /// <summary>A new tensor. Sums into a new map: the branch's own output is needed for its gradient and must not change.</summary>
    public override Tensor forward(Tensor[] branches)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor own = branches[_target];
        Tensor[] finer = Receive(branches, 0, _target);
        Tensor[] coarser = Receive(branches, _target + 1, branches.Length);
        return Sum(own, finer, Upsampling.Gather(coarser, own)).relu_().MoveToOuterDisposeScope();
    }

    private static Sequential MakeDown(LayerFactory factory, int inputs, int outputs, int steps) =>
        nn.Sequential([.. Enumerable.Range(1, steps).Select(step => step < steps
            ? factory.MakeSequential(inputs, inputs, kernel: 3, stride: 2)
            : factory.MakeSequential(inputs, outputs, kernel: 3, stride: 2, relu: false))]);

    private Tensor[] Receive(Tensor[] branches, int start, int end) =>
        [.. Enumerable.Range(start, end - start).Select(from => _connections[from]!.call(branches[from]))];

    // The first downsampled map becomes the sum; at the highest resolution, which has none, the first upsampled map does.
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
