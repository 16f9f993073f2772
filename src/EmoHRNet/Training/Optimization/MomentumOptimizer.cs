using EmoHRNet.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Optimization;

/// <summary>Stochastic gradient descent with Nesterov momentum and L2 regularization, in the form of Sutskever et al. (2013) that torch uses.</summary>
internal sealed class MomentumOptimizer : WeightOptimizer
{
    private readonly TrainingOptions _options;
    private readonly Tensor[] _velocities;
    private double _rate;

    public MomentumOptimizer(IEnumerable<(string Name, Parameter Value)> parameters, TrainingOptions options)
        : base(parameters)
    {
        _options = options;
        _velocities = options.Beta1 > 0 ? TrackStatistic("momentum_buffer") : [];
    }

    protected override void BeginStep(long step, double learningRate) => _rate = learningRate;

    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        if (_options.WeightDecay > 0)
        {
            gradient.AddInPlace(parameter, _options.WeightDecay);
        }

        if (_options.Beta1 > 0)
        {
            Tensor velocity = _velocities[index].MultiplyInPlace(_options.Beta1).AddInPlace(gradient);
            gradient.AddInPlace(velocity, _options.Beta1);
        }

        parameter.AddInPlace(gradient, -_rate);
    }
}
