using EmoHRNet.Runtime;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Batch normalization over the channels of a map, momentum 0.1, epsilon 1e-5, with the reference's names and buffers.</summary>
internal sealed class BatchNormalization : nn.Module<Tensor, Tensor>
{
    public const double Epsilon = 1e-5;
    private const double Momentum = 0.1;

    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    [ComponentName(Name = "running_mean")]
    private readonly Tensor _runningMean;

    [ComponentName(Name = "running_var")]
    private readonly Tensor _runningVariance;

    [ComponentName(Name = "num_batches_tracked")]
    private readonly Tensor _batchCount;

    private readonly bool _hasShapesOnly;

    public BatchNormalization(LayerFactory factory, int channels)
        : base(nameof(BatchNormalization))
    {
        _hasShapesOnly = factory.HasShapesOnly;
        _weight = factory.ConstantParameter(1, channels);
        _bias = factory.ConstantParameter(0, channels);
        _runningMean = factory.Buffer(0, channels);
        _runningVariance = factory.Buffer(1, channels);
        _batchCount = factory.Counter();
        RegisterComponents();
    }

    public Tensor Weight => _weight;

    public Tensor Bias => _bias;

    public Tensor RunningMean => _runningMean;

    public Tensor RunningVariance => _runningVariance;

    public override Tensor forward(Tensor input)
    {
        if (_hasShapesOnly)
        {
            return empty_like(input);
        }

        bool isTraining = training;
        if (isTraining)
        {
            _batchCount.IncrementInPlace();
        }

        return nn.functional.batch_norm(input, _runningMean, _runningVariance, _weight, _bias, isTraining, Momentum, Epsilon);
    }
}
