using System.Numerics;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Finds all roots of a polynomial simultaneously, by the Aberth-Ehrlich method.</summary>
internal static class PolynomialRoots
{
    private const int MostSteps = 64;
    private const double Precise = 1e-12;

    /// <param name="coefficients">The coefficients from the highest power, which is 1, to the constant.</param>
    /// <param name="roots">Receives as many roots as the degree, in no particular order.</param>
    public static void Find(ReadOnlySpan<double> coefficients, Span<Complex> roots)
    {
        // Start near the unit circle, but not symmetric to the real axis, where conjugate roots could not separate.
        for (int k = 0; k < roots.Length; k++)
        {
            roots[k] = Complex.FromPolarCoordinates(0.9, ((2 * Math.PI * k) / roots.Length) + 0.35);
        }

        for (int step = 0; step < MostSteps; step++)
        {
            double furthest = 0;
            for (int k = 0; k < roots.Length; k++)
            {
                Complex move = Move(coefficients, roots, k);
                roots[k] -= move;
                furthest = Math.Max(furthest, move.Magnitude);
            }

            if (furthest < Precise)
            {
                return;
            }
        }
    }

    /// <summary>Newton's step, with the other roots divided out.</summary>
    private static Complex Move(ReadOnlySpan<double> coefficients, ReadOnlySpan<Complex> roots, int k)
    {
        Complex root = roots[k];
        (Complex value, Complex derivative) = (coefficients[0], Complex.Zero);
        for (int i = 1; i < coefficients.Length; i++)
        {
            derivative = (derivative * root) + value;
            value = (value * root) + coefficients[i];
        }

        Complex repulsion = Complex.Zero;
        for (int other = 0; other < roots.Length; other++)
        {
            Complex distance = root - roots[other];
            repulsion += other == k || distance == Complex.Zero ? Complex.Zero : 1 / distance;
        }

        Complex slope = derivative - (value * repulsion);
        return slope == Complex.Zero ? Complex.Zero : value / slope;
    }
}
