using EmoHRNet.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// Folds a batch normalization in eval mode into the convolution before it: both are affine, so W' = s·W and b' = β + s·(b − μ) with
/// s = γ / √(σ² + ε). Computed in double precision.
/// </summary>
internal static class BatchNormFolding
{
    public static void Fold(ConvBnRelu source, Convolution target)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor scale, Tensor shift) = Affine(source.Norm!);
        target.Weight.copy_(source.Convolution.Weight.to_type(ScalarType.Float64).mul(scale.view(-1, 1, 1, 1)));
        target.Bias!.copy_(source.Convolution.Bias is { } bias ? shift.Plus(bias.mul(scale)) : shift);
    }

    /// <summary>The Fuse Layer has one norm after the sum of its convolutions; its shortcut is folded in as an identity convolution.</summary>
    public static void Fold(FuseLayer source, FuseLayer target)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor scale, Tensor shift) = Affine(source.Norm!);
        for (int i = 0; i < source.Convolutions.Count; i++)
        {
            Tensor weight = source.Convolutions[i].Weight.to_type(ScalarType.Float64).mul(scale.view(-1, 1, 1, 1));
            if (i == 0 && source.HasShortcut)
            {
                weight.AddInPlace(eye(weight.size(0), weight.size(1), ScalarType.Float64, weight.device).view(weight.shape));
            }

            target.Convolutions[i].Weight.copy_(weight);
        }

        target.Convolutions[0].Bias!.copy_(shift);
    }

    private static (Tensor Scale, Tensor Shift) Affine(BatchNormalization norm)
    {
        Tensor variance = norm.RunningVariance.to_type(ScalarType.Float64);
        Tensor scale = norm.Weight.to_type(ScalarType.Float64).div(variance.Plus(BatchNormalization.Epsilon).sqrt());
        return (scale, norm.Bias.to_type(ScalarType.Float64).sub(norm.RunningMean.mul(scale)));
    }
}
