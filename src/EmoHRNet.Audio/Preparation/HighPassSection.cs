namespace EmoHRNet.Audio.Preparation;

/// <summary>A second-order high-pass section in the transposed direct form II, designed by the bilinear transform.</summary>
internal struct HighPassSection
{
    private const double Silence = 1e-20;

    private readonly double _gain;
    private readonly double _a1;
    private readonly double _a2;
    private double _first;
    private double _second;

    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="cutoffHertz">The cutoff, below half the rate.</param>
    /// <param name="quality">The quality factor of the pole pair.</param>
    public HighPassSection(int sampleRate, double cutoffHertz, double quality)
    {
        double k = Math.Tan(Math.PI * cutoffHertz / sampleRate);
        _gain = 1 / (1 + (k / quality) + (k * k));
        _a1 = 2 * ((k * k) - 1) * _gain;
        _a2 = (1 - (k / quality) + (k * k)) * _gain;
    }

    public readonly (double Gain, double A1, double A2) Coefficients => (_gain, _a1, _a2);

    public double Next(double sample)
    {
        double input = sample * _gain;
        double output = input + _first;
        _first = Settle(_second - (2 * input) - (_a1 * output));
        _second = Settle(input - (_a2 * output));
        return output;
    }

    // After minutes of silence, the state decays to denormal numbers, which are slow.
    private static double Settle(double state) => Math.Abs(state) < Silence ? 0 : state;
}
