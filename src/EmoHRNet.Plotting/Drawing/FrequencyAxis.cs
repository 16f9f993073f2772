using System.Globalization;
using EmoHRNet.Audio.Features;
using ScottPlot;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>The vertical axis: positions are bands, so equal steps are equal in mel; labels are hertz.</summary>
internal sealed class FrequencyAxis
{
    private const double LowestOctave = 62.5;
    private const double HighestOctave = 512_000;
    private const double SmallestTickDistance = 0.06;
    private readonly MelSpectrogramOptions _features;
    private readonly double _lowestMel;
    private readonly double _melPerBand;

    public FrequencyAxis(MelSpectrogramOptions features)
    {
        _features = features;
        _lowestMel = MelFilterBank.ToMel(features.MelScale, features.MinFrequency);
        double highestMel = MelFilterBank.ToMel(features.MelScale, features.UpperFrequency);
        _melPerBand = (highestMel - _lowestMel) / (features.BandCount + 1);
    }

    /// <summary>The outer edges of the lowest and the highest filter: half a band beyond the centers' cells.</summary>
    public (double Bottom, double Top) Limits => (-1, _features.BandCount);

    /// <summary>The position of a frequency: 0 is the center of the lowest band, 1 the center of the next one.</summary>
    public double Position(double hertz) => ((MelFilterBank.ToMel(_features.MelScale, hertz) - _lowestMel) / _melPerBand) - 1;

    /// <summary>The lower edge and octaves of 62.5 Hz, as many as fit legibly.</summary>
    public Tick[] Ticks()
    {
        double distance = SmallestTickDistance * (_features.BandCount + 1);
        var ticks = new List<Tick> { Labeled(_features.MinFrequency) };
        double above = double.PositiveInfinity;
        for (double hertz = HighestOctave; hertz >= LowestOctave; hertz /= 2)
        {
            double position = Position(hertz);
            if (hertz <= _features.UpperFrequency && above - position > distance && position - ticks[0].Position > distance)
            {
                ticks.Add(Labeled(hertz));
                above = position;
            }
        }

        return [.. ticks];
    }

    private Tick Labeled(double hertz) => Tick.Major(Position(hertz), hertz.ToString("0.#", CultureInfo.InvariantCulture));
}
