using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features;

/// <summary>How cepstral coefficients are computed from a logarithmic mel spectrogram: orthonormal DCT-II, then a lifter.</summary>
public sealed record MfccOptions
{
    /// <summary>The number of coefficients, the zeroth included; 1 to the number of mel bands. Default 20.</summary>
    public int CoefficientCount { get; init; } = 20;

    /// <summary>
    /// L in HTK's lifter: coefficient k is multiplied by 1 + L/2 · sin(πk/L). 0 (the default, no lifter) to 1,000; HTK uses 22.
    /// </summary>
    public int Lifter { get; init; }

    /// <summary>The matrix that turns the logarithms of mel bands into coefficients: the orthonormal DCT-II, liftered.</summary>
    /// <param name="bandCount">The number of mel bands, at least <see cref="CoefficientCount"/>.</param>
    /// <returns>[coefficients, bands].</returns>
    public float[,] Basis(int bandCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bandCount, CoefficientCount);
        float[,] basis = new float[CoefficientCount, bandCount];
        for (int k = 0; k < CoefficientCount; k++)
        {
            double lifter = Lifter == 0 ? 1 : 1 + (Lifter / 2.0 * Math.Sin(Math.PI * k / Lifter));
            double scale = Math.Sqrt((k == 0 ? 1.0 : 2.0) / bandCount) * lifter;
            for (int band = 0; band < bandCount; band++)
            {
                basis[k, band] = (float)(scale * Math.Cos(Math.PI * k * (band + 0.5) / bandCount));
            }
        }

        return basis;
    }

    internal void CollectProblems(OptionProblems problems, int bandCount) => problems
        .Range(nameof(CoefficientCount), CoefficientCount, 1, bandCount)
        .Range(nameof(Lifter), Lifter, 0, 1000);
}
