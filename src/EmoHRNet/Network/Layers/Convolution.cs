using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// A 2-D convolution whose padding keeps the size at stride 1. Unlike TorchSharp's, it is created directly on its device, takes its
/// initial values from the network's own generator, and can have its weights folded.
/// </summary>
internal sealed class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter? _bias;

    private readonly long[] _strides;
    private readonly long[] _padding;
    private readonly bool _hasShapesOnly;

    public Convolution(LayerFactory factory, int inputChannels, int outputChannels, int kernel, (int Band, int Frame) stride, bool bias, double? deviation = null)
        : base(nameof(Convolution))
    {
        (InputChannels, OutputChannels, Kernel) = (inputChannels, outputChannels, kernel);
        _hasShapesOnly = factory.HasShapesOnly;
        _strides = [stride.Band, stride.Frame];
        _padding = [kernel / 2, kernel / 2];
        _weight = factory.NormalParameter(deviation ?? FanOutDeviation, outputChannels, inputChannels, kernel, kernel);
        _bias = bias ? factory.UniformParameter(1 / Math.Sqrt(inputChannels * kernel * kernel), outputChannels) : null;
        RegisterComponents();
    }

    public int InputChannels { get; }

    public int OutputChannels { get; }

    public int Kernel { get; }

    public Tensor Weight => _weight;

    public Tensor? Bias => _bias;

    // Kaiming-normal for ReLU over the fan-out: the reference's initialization.
    private double FanOutDeviation => Math.Sqrt(2.0 / (OutputChannels * Kernel * Kernel));

    public override Tensor forward(Tensor input) => _hasShapesOnly
        ? empty([input.size(0), OutputChannels, OutputSize(input.size(2), 0), OutputSize(input.size(3), 1)], device: META)
        : Convolve(input);

    // For maps of another type (bfloat16 training) the weights are converted; gradients flow back through the conversion.
    private Tensor Convolve(Tensor input)
    {
        if (input.dtype == _weight.dtype)
        {
            return nn.functional.conv2d(input, _weight, _bias, _strides, _padding);
        }

        using Tensor weight = _weight.to_type(input.dtype);
        using Tensor? bias = _bias?.to_type(input.dtype);
        return nn.functional.conv2d(input, weight, bias, _strides, _padding);
    }

    // Odd kernels padded by half their size: ceil(size / stride) outputs.
    private long OutputSize(long size, int axis) => ((size - 1) / _strides[axis]) + 1;
}
