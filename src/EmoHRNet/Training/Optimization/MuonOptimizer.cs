using EmoHRNet.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Optimization;

/// <summary>
/// Muon (Jordan et al., 2024): a kernel [outputs, inputs, height, width] is a matrix of outputs by all other dimensions, and the update is its momentum
/// made orthogonal, so that all directions are learned at the same rate instead of the strongest first. All other parameters, and the stem,
/// whose kernels see a single channel, are left to AdamW.
/// </summary>
/// <remarks>
/// The larger an orthogonal matrix, the smaller its elements. Updates are scaled by 0.2 · sqrt(max(rows, columns)), which gives
/// them the size of AdamW's, so that both use the same learning rate (Liu et al., 2025, section 2.2). Weight decay is decoupled as in AdamW.
/// </remarks>
internal sealed class MuonOptimizer : WeightOptimizer
{
    private const double AdamUpdateSize = 0.2;

    private readonly TrainingOptions _options;
    private readonly Tensor[] _momenta;
    private readonly AdamOptimizer _others;
    private double _decay;
    private double _rate;

    public MuonOptimizer(IEnumerable<(string Name, Parameter Value)> parameters, TrainingOptions options)
        : base(parameters.Where(p => IsKernel(p.Value)))
    {
        _options = options;
        _momenta = TrackStatistic("momentum_buffer");
        _others = new AdamOptimizer(parameters.Where(p => !IsKernel(p.Value)), options);
        State = base.State.Concat(_others.State).ToDictionary(StringComparer.Ordinal);
    }

    public override IReadOnlyDictionary<string, Tensor> State { get; }

    public override void Step(long step, double learningRate)
    {
        base.Step(step, learningRate);
        _others.Step(step, learningRate);
    }

    public override void Dispose()
    {
        base.Dispose();
        _others.Dispose();
    }

    protected override void BeginStep(long step, double learningRate) =>
        (_rate, _decay) = (learningRate, learningRate * _options.WeightDecay);

    protected override void Update(int index, Tensor parameter, Tensor gradient)
    {
        if (_options.WeightDecay > 0)
        {
            parameter.MultiplyInPlace(1 - _decay);
        }

        Tensor momentum = _momenta[index].MultiplyInPlace(_options.Beta1).AddInPlace(gradient);
        gradient.AddInPlace(momentum, _options.Beta1);
        Tensor matrix = gradient.flatten(1);
        Tensor update = Orthogonalization.Approximate(matrix, Precision);
        double size = AdamUpdateSize * Math.Sqrt(Math.Max(matrix.size(0), matrix.size(1)));
        parameter.AddInPlace(update.reshape(parameter.shape), -_rate * size);
    }

    private ScalarType Precision => _options.Precision == TrainingPrecision.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float32;

    private static bool IsKernel(Parameter parameter) => parameter.dim() == 4 && parameter.size(1) > 1;
}
