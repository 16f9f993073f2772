namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The perceived loudness of a frame: mel bands weighted by the ear's sensitivity and compressed (Hermansky's PLP, 1990).</summary>
internal sealed class Loudness
{
    private const double Compression = 0.33;

    // Hermansky's curve below 5 kHz times openSMILE's factor, so that values have the same scale.
    private const double Scale = 1e32 / 1.7e31;

    private readonly double[] _weights;

    /// <param name="centers">The middle of each mel band in hertz.</param>
    public Loudness(IEnumerable<double> centers) => _weights = [.. centers.Select(EqualLoudness)];

    /// <param name="bands">The power of each mel band.</param>
    public float Of(ReadOnlySpan<double> bands)
    {
        double sum = 0;
        for (int band = 0; band < bands.Length; band++)
        {
            sum += Math.Pow(_weights[band] * bands[band], Compression);
        }

        return (float)sum;
    }

    private static double EqualLoudness(double hertz)
    {
        double w = Math.Pow(2 * Math.PI * hertz, 2);
        return Scale * (w + 56.8e6) * w * w / (Math.Pow(w + 6.3e6, 2) * (w + 0.38e9) * (1 + (w * w * w / 9.58e26)));
    }
}
