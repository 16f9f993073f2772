using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// Connects the branches of one stage to the next stage (<c>transitionK</c> in the reference): an existing branch changes its width if
/// needed, a new one is made from the lowest resolution by strided convolutions.
/// </summary>
internal sealed class StageTransition : nn.Module<Tensor[], Tensor[]>
{
    private readonly Sequential?[] _branches;

    public StageTransition(LayerFactory factory, IReadOnlyList<int> before, IReadOnlyList<int> after)
        : base(nameof(StageTransition))
    {
        _branches = [.. Enumerable.Range(0, after.Count).Select(i => MakeBranch(factory, before, after, i))];
        for (int i = 0; i < _branches.Length; i++)
        {
            if (_branches[i] is { } branch)
            {
                register_module($"{i}", branch);
            }
        }
    }

    /// <summary>A tensor for each branch of the next stage: the input itself where nothing changes, otherwise a new one.</summary>
    public override Tensor[] forward(Tensor[] inputs) =>
        [.. _branches.Select((branch, i) => branch?.call(inputs[Math.Min(i, inputs.Length - 1)]) ?? inputs[i])];

    private static Sequential? MakeBranch(LayerFactory factory, IReadOnlyList<int> before, IReadOnlyList<int> after, int branch)
    {
        if (branch >= before.Count)
        {
            int lowest = before[^1];
            return nn.Sequential([.. Enumerable.Range(before.Count, branch - before.Count + 1).Select(step =>
                factory.MakeSequential(lowest, step == branch ? after[branch] : lowest, kernel: 3, stride: 2))]);
        }

        return before[branch] == after[branch] ? null : factory.MakeSequential(before[branch], after[branch], kernel: 3);
    }
}
