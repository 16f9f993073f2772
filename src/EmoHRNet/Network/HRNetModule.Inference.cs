using EmoHRNet.Network.Layers;
using static TorchSharp.torch;

namespace EmoHRNet.Network;

public sealed partial class HRNetModule
{
    /// <summary>
    /// A copy for inference: batch norms folded into the convolutions, the Fuse Layer's shortcut into its first one, channels last,
    /// no gradients. Equal to this network in eval mode up to rounding, and faster (docs/performance.md).
    /// </summary>
    /// <param name="precision">The number format it computes in.</param>
    /// <returns>A copy: training or disposing this network does not affect it.</returns>
    public FusedHRNet ToInference(InferencePrecision precision = InferencePrecision.Full)
    {
        using IDisposable noGradient = no_grad();
        var folded = new HRNetModule(Options, seed: null, _classifier.Weight.device, folded: true);
        folded.CopyUnfoldedFrom(this);
        foreach ((ConvBnRelu source, ConvBnRelu target) in _normalized.Zip(folded._normalized))
        {
            BatchNormFolding.Fold(source, target.Convolution);
        }

        if (_fuseLayer is not null)
        {
            BatchNormFolding.Fold(_fuseLayer, folded._fuseLayer!);
        }

        folded.eval();
        return new FusedHRNet(folded, precision);
    }

    private void CopyUnfoldedFrom(HRNetModule source)
    {
        Dictionary<string, Tensor> values = source.state_dict();
        foreach ((string name, Tensor target) in state_dict())
        {
            if (values.TryGetValue(name, out Tensor? value))
            {
                target.copy_(value);
            }
        }
    }
}
