using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Optimization;

/// <summary>The orthogonal matrix nearest to a matrix, by Newton-Schulz iteration: matrix products only, no decomposition.</summary>
internal static class Orthogonalization
{
    // The odd polynomial a·x + b·x³ + c·x⁵ of Jordan et al. (2024): its slope at 0 is as steep as it can be, so that five rounds bring every
    // singular value above about 0.002 of the norm to between 0.7 and 1.2, which is close enough to 1.
    private const float Linear = 3.4445f;
    private const float Cubic = -4.7750f;
    private const float Quintic = 2.0315f;
    private const int Rounds = 5;
    private const double LeastNorm = 1e-7;

    /// <summary>A new matrix U·S·Vᵀ with the singular vectors of the given one, U·Σ·Vᵀ, and singular values S near 1.</summary>
    /// <param name="matrix">The matrix [rows, columns]; it is not changed.</param>
    /// <param name="precision">The number format of the products.</param>
    /// <returns>The matrix [rows, columns], float32; zeros for a matrix of zeros.</returns>
    public static Tensor Approximate(Tensor matrix, ScalarType precision)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        bool isTall = matrix.size(0) > matrix.size(1);
        Tensor x = matrix.div(matrix.norm().AddInPlace(LeastNorm)).to_type(precision);
        x = isTall ? x.t() : x;
        for (int round = 0; round < Rounds; round++)
        {
            Tensor square = x.mm(x.t());
            Tensor polynomial = square.addmm(square, square, Cubic, Quintic);
            x = x.addmm(polynomial, x, Linear, 1);
        }

        return (isTall ? x.t() : x).to_type(ScalarType.Float32).MoveToOuterDisposeScope();
    }
}
