using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Format;

namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>
/// Folds a batch normalization with its running statistics into the convolution before it: both are affine, so W' = s·W and
/// b' = β + s·(b − μ) with s = γ / √(σ² + ε). Computed in double precision.
/// </summary>
internal static class BatchNormFolding
{
    private const double Epsilon = 1e-5;

    /// <summary>The folded kernel, and the folded bias if there is one.</summary>
    public static IEnumerable<TensorProto> Fold(ConvolutionWeights convolution, IReadOnlyDictionary<string, StoredTensor> tensors)
    {
        double[] scale = Scale(convolution, tensors);
        yield return Constants.Floats(
            convolution.FoldedWeight,
            [convolution.Outputs, convolution.Inputs, convolution.Kernel, convolution.Kernel],
            Kernel(convolution, tensors, scale));
        if (convolution.FoldedBias is { } bias)
        {
            yield return Constants.Floats(bias, [convolution.Outputs], Bias(convolution, tensors, scale));
        }
    }

    private static double[] Scale(ConvolutionWeights convolution, IReadOnlyDictionary<string, StoredTensor> tensors)
    {
        if (convolution.Norm is not { } norm)
        {
            return [.. Enumerable.Repeat(1.0, convolution.Outputs)];
        }

        float[] weight = tensors[norm + ".weight"].ToFloats();
        float[] variance = tensors[norm + ".running_var"].ToFloats();
        return [.. weight.Zip(variance, (gamma, sigma2) => gamma / Math.Sqrt(sigma2 + Epsilon))];
    }

    private static float[] Kernel(ConvolutionWeights convolution, IReadOnlyDictionary<string, StoredTensor> tensors, double[] scale)
    {
        float[] kernel = tensors[convolution.Name + ".weight"].ToFloats();
        int length = convolution.Inputs * convolution.Kernel * convolution.Kernel;
        for (int i = 0; i < kernel.Length; i++)
        {
            (int output, int place) = Math.DivRem(i, length);
            bool isOnDiagonal = convolution.AddsIdentity && output == place;
            kernel[i] = (float)((kernel[i] * scale[output]) + (isOnDiagonal ? 1 : 0));
        }

        return kernel;
    }

    private static float[] Bias(ConvolutionWeights convolution, IReadOnlyDictionary<string, StoredTensor> tensors, double[] scale)
    {
        float[] own = convolution.HasBias ? tensors[convolution.Name + ".bias"].ToFloats() : new float[convolution.Outputs];
        if (convolution.Norm is not { } norm)
        {
            return own;
        }

        float[] shift = tensors[norm + ".bias"].ToFloats();
        float[] mean = tensors[norm + ".running_mean"].ToFloats();
        return [.. own.Select((bias, i) => (float)(shift[i] + (scale[i] * ((double)bias - mean[i]))))];
    }
}
