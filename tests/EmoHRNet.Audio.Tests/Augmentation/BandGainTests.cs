using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class BandGainTests
{
    [Fact]
    public void Apply_FlatSpectrogram_BecomesAPiecewiseLinearCurveThatIsTheSameInEveryFrameAndChannel()
    {
        Spectrogram spectrogram = new(2, 11, 5);
        new BandGain(new BandGainOptions { Maximum = 2, KnotCount = 3 }).Apply(spectrogram, new RandomSource(1));

        float[] curve = [.. Enumerable.Range(0, 11).Select(band => spectrogram.Band(0, band)[0])];
        for (int band = 0; band < 11; band++)
        {
            Assert.Single(spectrogram.Band(0, band).ToArray().Concat(spectrogram.Band(1, band).ToArray()).Distinct());
            Assert.InRange(curve[band], -2, 2);
        }

        // Knots at bands 0, 5 and 10, linear between them.
        Assert.Equal((curve[0] + curve[5]) / 2, (curve[2] + curve[3]) / 2, 1e-5f);
        Assert.Equal((curve[5] + curve[10]) / 2, (curve[7] + curve[8]) / 2, 1e-5f);
        Assert.NotEqual(curve[0], curve[10]);
    }

    [Fact]
    public void Apply_ManyDraws_SpreadsToTheMaximumAtTheLowestBand()
    {
        float[] gains = [.. Enumerable.Range(0, 500).Select(seed =>
        {
            Spectrogram spectrogram = new(1, 4, 1);
            new BandGain(new BandGainOptions { Maximum = 1 }).Apply(spectrogram, new RandomSource(seed));
            return spectrogram.Band(0, 0)[0];
        })];
        Assert.InRange(gains.Min(), -1, -0.95);
        Assert.InRange(gains.Max(), 0.95, 1);
        Assert.InRange(gains.Average(), -0.1, 0.1);
    }
}
