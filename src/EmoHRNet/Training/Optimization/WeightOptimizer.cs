using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Optimization;

/// <summary>
/// Updates parameters by their gradients. Its state is named tensors, which a checkpoint stores like any others; the number of the step
/// is an argument, so there is no other state.
/// </summary>
/// <remarks>
/// TorchSharp's own optimizers make half a dozen unprotected native scalars for every parameter and step (see
/// <see cref="Runtime.TensorArithmetic"/>).
/// </remarks>
internal abstract class WeightOptimizer : IDisposable
{
    private readonly (string Name, Parameter Value)[] _parameters;
    private readonly Dictionary<string, Tensor> _state = new(StringComparer.Ordinal);

    /// <param name="parameters">The parameters with their names; those without gradients are left out.</param>
    protected WeightOptimizer(IEnumerable<(string Name, Parameter Value)> parameters) =>
        _parameters = [.. parameters.Where(p => p.Value.requires_grad)];

    /// <summary>The running statistics, named <c>parameter.statistic</c>; the tensors belong to the optimizer.</summary>
    public virtual IReadOnlyDictionary<string, Tensor> State => _state;

    /// <summary>Changes every parameter that has a gradient. The gradients are overwritten.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    public virtual void Step(long step, double learningRate)
    {
        using IDisposable noGradient = no_grad();
        BeginStep(step, learningRate);
        for (int i = 0; i < _parameters.Length; i++)
        {
            using TorchSharp.DisposeScope scope = NewDisposeScope();
            if (_parameters[i].Value.grad is { } gradient)
            {
                Update(i, _parameters[i].Value, gradient);
            }
        }
    }

    public virtual void Dispose()
    {
        foreach (Tensor tensor in _state.Values)
        {
            tensor.Dispose();
        }
    }

    /// <summary>Computes the values that all parameters share.</summary>
    protected abstract void BeginStep(long step, double learningRate);

    /// <summary>Changes one parameter.</summary>
    /// <param name="index">Which of the parameters.</param>
    /// <param name="parameter">The parameter, changed in place.</param>
    /// <param name="gradient">Its gradient, which may be changed in place.</param>
    protected abstract void Update(int index, Tensor parameter, Tensor gradient);

    /// <summary>A statistic of every parameter, all zeros, on the parameter's device.</summary>
    protected Tensor[] TrackStatistic(string statistic) => [.. _parameters.Select(p => Track($"{p.Name}.{statistic}", p.Value))];

    private Tensor Track(string name, Parameter parameter)
    {
        Tensor zeros = zeros_like(parameter).DetachFromDisposeScope();
        _state.Add(name, zeros);
        return zeros;
    }
}
