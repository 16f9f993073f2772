using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class VocalTractLengthPerturbationTests
{
    private const int Bands = 40;

    [Theory]
    [InlineData(0.0, 0.8)]
    [InlineData(0.25, 0.9)]
    [InlineData(0.5, 1.0)]
    [InlineData(0.75, 1.1)]
    [InlineData(1.0, 1.2)]
    public void Apply_ValuesRiseLinearlyWithTheBand_ReadsEveryBandAtItsOldPlace(double draw, double factor)
    {
        Spectrogram spectrogram = Ramp();

        new VocalTractLengthPerturbation(new() { MaximumStretch = 0.2 }).Apply(spectrogram, new Fixed(draw));

        for (int band = 0; band < Bands; band++)
        {
            float expected = (float)Math.Min(band / factor, Bands - 1);
            Assert.All(spectrogram.Band(0, band).ToArray(), value => Assert.Equal(expected, value, 1e-5f));
        }
    }

    [Fact]
    public void Apply_OneLoudBand_MovesByTheFactor()
    {
        Spectrogram spectrogram = new(1, Bands, 3);
        spectrogram.Band(0, 20).Fill(1);

        new VocalTractLengthPerturbation(new() { MaximumStretch = 0.25 }).Apply(spectrogram, new Fixed(1));

        float[] column = [.. Enumerable.Range(0, Bands).Select(band => spectrogram[0, band, 1])];
        Assert.Equal(25, Array.IndexOf(column, column.Max()));
        Assert.Equal(1, column[25], 1e-5f);
    }

    [Fact]
    public void Apply_ChannelsAndFrames_MoveTogether()
    {
        Spectrogram spectrogram = new(2, Bands, 5);
        Ramp().Values.CopyTo(spectrogram.Values);
        Ramp().Values.CopyTo(spectrogram.Values[(Bands * 5)..]);

        new VocalTractLengthPerturbation().Apply(spectrogram, new RandomSource(3));

        Assert.NotEqual(Ramp().Values.ToArray(), spectrogram.Values[..(Bands * 5)].ToArray());
        Assert.Equal(spectrogram.Values[..(Bands * 5)], spectrogram.Values[(Bands * 5)..]);
    }

    [Fact]
    public void Apply_ManyDraws_FactorIsUniformInBothDirections()
    {
        int[] counts = new int[10];
        for (int i = 0; i < 10_000; i++)
        {
            Spectrogram spectrogram = Ramp();
            new VocalTractLengthPerturbation(new() { MaximumStretch = 0.2 }).Apply(spectrogram, RandomSource.For(1, 2, i));
            double factor = 20 / (double)spectrogram[0, 20, 0];
            counts[Math.Clamp((int)((factor - 0.8) / 0.04), 0, 9)]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Apply_NoStretchAllowed_ChangesNothing()
    {
        Spectrogram spectrogram = Ramp();
        new VocalTractLengthPerturbation(new() { MaximumStretch = 0 }).Apply(spectrogram, new RandomSource(1));
        Assert.Equal(Ramp().Values, spectrogram.Values);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    public void Apply_FewBandsOrFrames_Works(int bands, int frames)
    {
        for (int i = 0; i < 20; i++)
        {
            new VocalTractLengthPerturbation(new() { MaximumStretch = 0.5 }).Apply(new Spectrogram(1, bands, frames), new RandomSource(i));
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.6)]
    [InlineData(double.NaN)]
    public void Constructor_StretchOutOfRange_IsNamed(double stretch)
    {
        var exception = Assert.Throws<InvalidOptionsException>(() => new VocalTractLengthPerturbation(new() { MaximumStretch = stretch }));
        Assert.Equal(["MaximumStretch"], exception.Problems.Select(p => p.Name));
    }

    private static Spectrogram Ramp() => new(1, Bands, 5, [.. Enumerable.Range(0, Bands * 5).Select(i => (float)(i / 5))]);

    private sealed class Fixed(double draw) : Random
    {
        public override double NextDouble() => draw;
    }
}
