using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class MelFilterBankTests
{
    [Theory]
    [InlineData("htk64")]
    [InlineData("slaney128")]
    [InlineData("magnitude40")]
    public void Indexer_EverySetOfOptions_EqualsTorchaudio(string name)
    {
        MelGolden golden = MelGolden.Open(name);
        MelFilterBank bank = new(golden.Options);
        float[] expected = golden.File.Values("filterbank");
        Assert.Equal(expected.Length, bank.BandCount * bank.BinCount);
        float tolerance = 1e-4f * expected.Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], bank[i / bank.BinCount, i % bank.BinCount], tolerance);
        }
    }

    [Theory]
    [InlineData(MelScale.Htk, 1000, 999.9855)] // HTK Book: 1000 Hz is 1000 mel
    [InlineData(MelScale.Slaney, 1000, 15)] // Auditory Toolbox: 200/3 Hz per step below 1 kHz
    [InlineData(MelScale.Slaney, 6400, 42)] // and 27 logarithmic steps from 1 kHz to 6.4 kHz
    public void ToMel_PublishedValues_AreMet(MelScale scale, double hertz, double mel) =>
        Assert.Equal(mel, MelFilterBank.ToMel(scale, hertz), 1e-3);

    [Theory]
    [InlineData(MelScale.Htk)]
    [InlineData(MelScale.Slaney)]
    public void ToHertz_OfToMel_IsTheSameFrequency(MelScale scale) =>
        Assert.All([0, 50, 999, 1000, 1001, 7600.5], hertz =>
            Assert.Equal(hertz, MelFilterBank.ToHertz(scale, MelFilterBank.ToMel(scale, hertz)), 1e-6));

    [Fact]
    public void Indexer_SlaneyNorm_GivesWideTrianglesAnAreaOfOne()
    {
        MelFilterBank bank = new(new MelSpectrogramOptions { FftSize = 8192, FilterNorm = FilterNormalization.Slaney });
        for (int band = 0; band < bank.BandCount; band++)
        {
            double area = Enumerable.Range(0, bank.BinCount).Sum(bin => bank[band, bin]) * 16_000.0 / 8192;
            Assert.Equal(1, area, 0.02);
        }
    }

    [Fact]
    public void Indexer_BetweenTheFirstAndLastCenter_TrianglesAddUpToOne()
    {
        MelFilterBank bank = new(new MelSpectrogramOptions { FftSize = 4096 });
        int first = bank.Bins(0).End;
        int end = bank.Bins(bank.BandCount - 1).First;
        Assert.InRange(end - first, 1000, 2000);
        for (int bin = first; bin < end; bin++)
        {
            Assert.Equal(1, Enumerable.Range(0, bank.BandCount).Sum(band => bank[band, bin]), 1e-5);
        }
    }

    [Fact]
    public void Indexer_BandNarrowerThanABin_IsZeroOrPartlyFilledAndNeverFails()
    {
        MelFilterBank bank = new(new MelSpectrogramOptions { FftSize = 32, WindowLength = 32, BandCount = 128 });
        Assert.All(Enumerable.Range(0, 128 * bank.BinCount), i => Assert.InRange(bank[i / bank.BinCount, i % bank.BinCount], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => bank[0, bank.BinCount]);
    }
}
