using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network;

/// <summary>
/// The inference form of an <see cref="HRNetModule"/>, made by <see cref="HRNetModule.ToInference"/>: batch norms fused into the
/// convolutions, fewer and cheaper steps, the same logits. It cannot be trained; several threads may run it at once.
/// </summary>
public sealed class FusedHRNet : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "network")]
    private readonly HRNetModule _network;

    private readonly ScalarType _type;

    internal FusedHRNet(HRNetModule folded, InferencePrecision precision)
        : base(nameof(FusedHRNet))
    {
        (_network, Precision, _type) = (folded, precision, TypeOf(precision));
        if (_type != ScalarType.Float32)
        {
            _network.to(_type);
        }

        RegisterComponents();
        base.train(false);
    }

    /// <summary>The options that the network was built from.</summary>
    public HRNetOptions Options => _network.Options;

    /// <summary>The number format it computes in.</summary>
    public InferencePrecision Precision { get; }

    internal bool UsesChannelsLast
    {
        get => _network.UsesChannelsLast;
        set => _network.UsesChannelsLast = value;
    }

    /// <summary>Computes logits in inference mode.</summary>
    /// <param name="input">Float tensor [N, input channels, bands, frames], each at least 1; it is not disposed.</param>
    /// <returns>Logits [N, classes] in single precision, without softmax.</returns>
    /// <exception cref="ArgumentException">The tensor is not of that shape or element type.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using IDisposable inference = inference_mode();
        if (_type == ScalarType.Float32)
        {
            return _network.call(input);
        }

        using Tensor narrowed = input.to_type(_type);
        using Tensor logits = _network.call(narrowed);
        return logits.to_type(ScalarType.Float32);
    }

    /// <summary>Accepts evaluation mode only: the batch norms that training needs are folded away.</summary>
    /// <param name="train">Must be false.</param>
    /// <exception cref="InvalidOperationException"><paramref name="train"/> is true.</exception>
    public override void train(bool train = true)
    {
        if (train)
        {
            throw new InvalidOperationException("The inference form cannot be trained; train the HRNetModule it was made from.");
        }
    }

    private static ScalarType TypeOf(InferencePrecision precision) => precision switch
    {
        InferencePrecision.BFloat16 => ScalarType.BFloat16,
        InferencePrecision.Half => ScalarType.Float16,
        InferencePrecision.Full => ScalarType.Float32,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "Expected a defined precision."),
    };
}
