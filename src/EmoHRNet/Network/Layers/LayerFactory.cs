using EmoHRNet.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Creates the layers of one network, with its device, its initial values and its kind of blocks.</summary>
/// <param name="device">The device of all parameters; <c>meta</c> allocates nothing.</param>
/// <param name="generator">The source of initial values, a generator of the CPU; null uses the global one.</param>
/// <param name="folded">Whether batch norms are folded into the convolutions, as in the inference form.</param>
internal sealed partial class LayerFactory(Device device, Generator? generator, bool folded)
{
    /// <summary>Whether tensors have shapes only. libtorch has no convolution or batch normalization for the meta device.</summary>
    public bool HasShapesOnly => device.type == DeviceType.META;

    /// <summary>The random numbers of the whole network's dropout and stochastic depth.</summary>
    public RandomMasks Masks { get; } = new();

    public Parameter NormalParameter(double deviation, params long[] shape) =>
        RandomParameter(shape, values => values.normal_(0, deviation, generator));

    public Parameter UniformParameter(double bound, params long[] shape) =>
        RandomParameter(shape, values => values.uniform_(-bound, bound, generator));

    public Parameter ConstantParameter(double value, params long[] shape) =>
        Own(new Parameter(TensorArithmetic.Filled(shape, value, float32, device), requires_grad: !folded));

    public Tensor Buffer(double value, params long[] shape) => Own(TensorArithmetic.Filled(shape, value, float32, device));

    public Tensor Counter() => Own(zeros([], int64, device));

    // A folded network's values are overwritten later; a meta network has none. Others are drawn on the CPU: TorchSharp has no
    // generators of other devices, and a seed gives the same values everywhere.
    private Parameter RandomParameter(long[] shape, Action<Tensor> draw)
    {
        if (folded || HasShapesOnly)
        {
            return Own(new Parameter(Empty(shape), requires_grad: !folded));
        }

        Tensor values = empty(shape, float32, CPU);
        draw(values);
        return Own(new Parameter(values.MoveFromCpu(device), requires_grad: true));
    }

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
