using EmoHRNet.Audio.Features;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>The range of values of the color bar.</summary>
/// <param name="Minimum">The value of the first color.</param>
/// <param name="Maximum">The value of the last color.</param>
/// <param name="Nothing">The value whose color fills the area around the spectrogram.</param>
internal sealed record ColorRange(double Minimum, double Maximum, double Nothing)
{
    private const double SmallestSpan = 1e-6;

    /// <summary>From the smallest to the largest value, limited to the dynamic range for logarithmic values.</summary>
    public static ColorRange OfValues(Spectrogram spectrogram, int channel, MelSpectrogramOptions features, double dynamicRange)
    {
        (double minimum, double maximum) = Extremes(spectrogram, channel);
        if (features.Normalization == FeatureNormalization.None && features.Log != LogScale.None)
        {
            double decibelsPerUnit = features.Log == LogScale.Decibel ? 1 : 20.0 / features.Power * Math.Log10(Math.E);
            minimum = Math.Max(minimum, maximum - (dynamicRange / decibelsPerUnit));
        }

        return Widened(minimum, maximum, minimum);
    }

    /// <summary>Symmetric around 0.</summary>
    public static ColorRange AroundZero(Spectrogram spectrogram)
    {
        (double minimum, double maximum) = Extremes(spectrogram, 0);
        double largest = Math.Max(Math.Abs(minimum), Math.Abs(maximum));
        return Widened(-largest, largest, 0);
    }

    private static (double Minimum, double Maximum) Extremes(Spectrogram spectrogram, int channel)
    {
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        for (int band = 0; band < spectrogram.BandCount; band++)
        {
            foreach (float value in spectrogram.Band(channel, band))
            {
                if (float.IsFinite(value))
                {
                    (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
                }
            }
        }

        return maximum >= minimum ? (minimum, maximum) : (0, 0);
    }

    private static ColorRange Widened(double minimum, double maximum, double nothing) => maximum - minimum > SmallestSpan
        ? new ColorRange(minimum, maximum, nothing)
        : new ColorRange(minimum - 0.5, maximum + 0.5, nothing);
}
