using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// From the branches of one stage to those of the next (<c>transitionK</c> in the reference): an existing branch changes its width where
/// it must, a new one is made from the lowest resolution by strided convolutions.
/// </summary>
internal sealed class StageTransition : nn.Module<Tensor[], Tensor[]>
{
    private readonly nn.Module<Tensor, Tensor>?[] _branches;

    public StageTransition(LayerFactory factory, IReadOnlyList<int> before, IReadOnlyList<int> after)
        : base(nameof(StageTransition))
    {
        _branches = [.. Enumerable.Range(0, after.Count).Select(i => MakeBranch(factory, before, after, i))];
        for (int i = 0; i < _branches.Length; i++)
        {
            if (_branches[i] is { } branch)
            {
                register_module(LayerName.Of(i), branch);
            }
        }
    }

    /// <summary>Takes the inputs over: a branch that goes on unchanged is handed through, the others are given back.</summary>
    public override Tensor[] forward(Tensor[] inputs)
    {
        Tensor[] outputs = [.. _branches.Select((branch, i) =>
            branch is null ? inputs[i] : branch.call(inputs[Math.Min(i, inputs.Length - 1)]))];
        TensorList.Dispose(inputs.Where((_, i) => _branches[i] is not null));
        return outputs;
    }

    private static nn.Module<Tensor, Tensor>? MakeBranch(
        LayerFactory factory, IReadOnlyList<int> before, IReadOnlyList<int> after, int branch)
    {
        if (branch >= before.Count)
        {
            int lowest = before[^1];
            return new Chain([.. Enumerable.Range(before.Count, branch - before.Count + 1).Select(step =>
                factory.MakeLayer(lowest, step == branch ? after[branch] : lowest, kernel: 3, stride: 2, rectified: true))]);
        }

        return before[branch] == after[branch]
            ? null
            : factory.MakeLayer(before[branch], after[branch], kernel: 3, stride: 1, rectified: true);
    }
}
