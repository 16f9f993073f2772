using EmoHRNet.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Optimization;

/// <summary>
/// Adam (Kingma and Ba, 2015) with L2 regularization, or AdamW (Loshchilov and Hutter, 2019) with weight decay decoupled from the
/// gradients.
/// </summary>
internal sealed class AdamOptimizer : WeightOptimizer
{
    private const double Epsilon = 1e-8;

    private readonly TrainingOptions _options;
    private readonly bool _decoupled;
    private readonly Tensor[] _means;
    private readonly Tensor[] _squares;
    private double _decay;
    private double _rate;
    private double _epsilon;

    public AdamOptimizer(IEnumerable<(string Name, Parameter Value)> parameters, TrainingOptions options)
        : base(parameters)
    {
        (_options, _decoupled) = (options, options.Optimizer != OptimizerKind.Adam);
        _means = TrackStatistic("exp_avg");
        _squares = TrackStatistic("exp_avg_sq");
    }

    // Both bias corrections are moved into the rate and epsilon (the more efficient order of section 2 of the paper):
    // rate · (m / c1) / (sqrt(v / c2) + eps) = (rate · sqrt(c2) / c1) · m / (sqrt(v) + eps · sqrt(c2)).
    protected override void BeginStep(long step, double learningRate)
    {
        double meanCorrection = 1 - Math.Pow(_options.Beta1, step + 1);
        double squareCorrection = Math.Sqrt(1 - Math.Pow(_options.Beta2, step + 1));
        _rate = learningRate * squareCorrection / meanCorrection;
        _epsilon = Epsilon * squareCorrection;
        _decay = learningRate * _options.WeightDecay;
    }

    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        if (_options.WeightDecay > 0 && _decoupled)
        {
            parameter.MultiplyInPlace(1 - _decay);
        }
        else if (_options.WeightDecay > 0)
        {
            gradient.AddInPlace(parameter, _options.WeightDecay);
        }

        Tensor mean = _means[index];
        Tensor square = _squares[index];
        mean.MultiplyInPlace(_options.Beta1).AddInPlace(gradient, 1 - _options.Beta1);
        square.MultiplyInPlace(_options.Beta2).AddProductInPlace(gradient, gradient, 1 - _options.Beta2);
        parameter.AddQuotientInPlace(mean, square.sqrt().AddInPlace(_epsilon), -_rate);
    }
}
