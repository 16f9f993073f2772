using EmoHRNet.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Creates the layers of one network, with its device, its initial values and its kind of blocks.</summary>
/// <param name="device">The device of all parameters; <c>meta</c> allocates nothing.</param>
/// <param name="generator">The source of initial values; null uses the global generator.</param>
/// <param name="folded">Whether batch norms are folded into the convolutions, as in the inference form.</param>
internal sealed partial class LayerFactory(Device device, Generator? generator, bool folded)
{
    /// <summary>Whether tensors have shapes only. libtorch has no convolution or batch normalization for the meta device.</summary>
    public bool HasShapesOnly => device.type == DeviceType.META;

    /// <summary>The random numbers of the whole network's dropout and stochastic depth.</summary>
    public RandomMasks Masks { get; } = new();

    public Parameter NormalParameter(double deviation, params long[] shape)
    {
        Tensor values = Empty(shape);
        if (HasValues)
        {
            values.normal_(0, deviation, generator);
        }

        return Own(new Parameter(values, requires_grad: !folded));
    }

    public Parameter UniformParameter(double bound, params long[] shape)
    {
        Tensor values = Empty(shape);
        if (HasValues)
        {
            values.uniform_(-bound, bound, generator);
        }

        return Own(new Parameter(values, requires_grad: !folded));
    }

    public Parameter ConstantParameter(double value, params long[] shape) =>
        Own(new Parameter(TensorArithmetic.Filled(shape, value, float32, device), requires_grad: !folded));

    public Tensor Buffer(double value, params long[] shape) => Own(TensorArithmetic.Filled(shape, value, float32, device));

    public Tensor Counter() => Own(zeros([], int64, device));

    // A folded network's values are overwritten later; a meta network has none.
    private bool HasValues => !folded && !HasShapesOnly;

    // Convolutions are faster if kernels have the channels last like the maps; others are converted on every call.
    private Tensor Empty(long[] shape) => folded && shape.Length == 4
        ? empty_strided(shape, [shape[1] * shape[2] * shape[3], 1, shape[3] * shape[1], shape[1]], float32, device)
        : empty(shape, float32, device);

    // A network outlives the dispose scope that it is created in.
    private static T Own<T>(T tensor)
        where T : Tensor
    {
        tensor.DetachFromDisposeScope();
        return tensor;
    }
}
