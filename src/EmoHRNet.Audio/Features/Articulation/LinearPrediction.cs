namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Linear prediction by the Levinson-Durbin recursion.</summary>
internal static class LinearPrediction
{
    /// <summary>Solves for the polynomial 1 + a₁ z⁻¹ + … + aₚ z⁻ᵖ whose inverse has the given autocorrelation.</summary>
    /// <param name="autocorrelation">The autocorrelation at lags 0 to p; the first above 0.</param>
    /// <param name="polynomial">Receives p + 1 coefficients, the first 1. All its roots lie inside the unit circle.</param>
    public static void Solve(ReadOnlySpan<double> autocorrelation, Span<double> polynomial)
    {
        polynomial.Clear();
        polynomial[0] = 1;
        double error = autocorrelation[0];
        for (int order = 1; order < polynomial.Length && error > 0; order++)
        {
            double sum = 0;
            for (int i = 0; i < order; i++)
            {
                sum += polynomial[i] * autocorrelation[order - i];
            }

            double reflection = -sum / error;
            for (int i = 0; i <= order / 2; i++)
            {
                (double low, double high) = (polynomial[i], polynomial[order - i]);
                polynomial[i] = low + (reflection * high);
                polynomial[order - i] = high + (reflection * low);
            }

            error *= 1 - (reflection * reflection);
        }
    }
}
