using EmoHRNet.Audio.Randomness;
using EmoHRNet.Network.Layers;
using EmoHRNet.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Auxiliary;

/// <summary>A fully connected layer for each auxiliary task, on the input of the network's own last layer.</summary>
internal sealed class AuxiliaryHeads : nn.Module
{
    private const int InitialWeightsPurpose = 105;

    private readonly Classifier[] _heads;
    private readonly IReadOnlyList<AuxiliaryLabels> _tasks;

    /// <param name="tasks">The tasks; may be empty.</param>
    /// <param name="features">The number of the network's features.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="device">The device of the layers.</param>
    public AuxiliaryHeads(IReadOnlyList<AuxiliaryLabels> tasks, int features, int seed, Device device)
        : base(nameof(AuxiliaryHeads))
    {
        _tasks = tasks;
        using Generator generator = new((ulong)RandomSource.DeriveSeed(seed, 0, 0, InitialWeightsPurpose), CPU);
        LayerFactory factory = new(device, generator, folded: false);
        _heads = [.. tasks.Select(task => new Classifier(factory, features, task.ClassCount))];
        for (int i = 0; i < _heads.Length; i++)
        {
            register_module($"auxiliary{i}", _heads[i]);
        }
    }

    /// <summary>The tasks' part of the loss of a batch, weighted.</summary>
    /// <param name="features">The network's features of the batch, [N, features].</param>
    /// <param name="targets">The target distributions of each task, row-major [N, classes]; an utterance without a label has a row of zeros.</param>
    /// <returns>The sum over tasks of weight · the mean cross-entropy over the batch, as a scalar.</returns>
    public Tensor Loss(Tensor features, IReadOnlyList<float[]> targets)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor sum = zeros([], float32, features.device);
        for (int i = 0; i < _heads.Length; i++)
        {
            double scale = -_tasks[i].Task.Weight / features.size(0);
            Tensor shares = tensor(targets[i], [features.size(0), _tasks[i].ClassCount]).to(features.device).MultiplyInPlace(scale);
            sum = sum.Plus(nn.functional.log_softmax(_heads[i].call(features), 1).mul(shares).sum());
        }

        return sum.MoveToOuterDisposeScope();
    }
}
