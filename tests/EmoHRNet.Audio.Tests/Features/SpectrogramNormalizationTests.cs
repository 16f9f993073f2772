using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class SpectrogramNormalizationTests
{
    private static readonly float[] Samples = TestSignal.Noise(20_000);

    [Fact]
    public void Extract_PerUtterance_HasZeroMeanAndUnitVariance()
    {
        AssertStandard(new MelSpectrogramExtractor().Extract(Samples).Values.ToArray());
        AssertStandard(new MelSpectrogramExtractor().Extract([.. Samples.Select(x => x / 8)]).Values.ToArray());
    }

    [Fact]
    public void Extract_PerUtterance_DoesNotDependOnTheRecordingLevel()
    {
        float[] loud = new MelSpectrogramExtractor().Extract(Samples).Values.ToArray();
        float[] quiet = new MelSpectrogramExtractor().Extract([.. Samples.Select(x => x / 10)]).Values.ToArray();
        Assert.All(loud.Zip(quiet), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Fact]
    public void Extract_PerUtteranceBand_NormalizesEveryBandByItself()
    {
        MelSpectrogramOptions options = new() { Normalization = FeatureNormalization.PerUtteranceBand };
        Spectrogram result = new MelSpectrogramExtractor(options).Extract(Samples);
        Assert.All(Enumerable.Range(0, result.BandCount), band => AssertStandard(result.Band(0, band).ToArray()));
    }

    [Fact]
    public void Extract_CorpusStatisticsOfItself_NormalizesEveryBand()
    {
        MelSpectrogramOptions options = new() { Normalization = FeatureNormalization.None };
        Spectrogram[] parts =
        [
            new MelSpectrogramExtractor(options).Extract(Samples.AsSpan(0, 7000)),
            new MelSpectrogramExtractor(options).Extract(Samples.AsSpan(7000)),
        ];
        MelSpectrogramExtractor extractor = new(options with
        {
            Normalization = FeatureNormalization.Corpus,
            Statistics = BandStatistics.Measure(parts),
        });
        Spectrogram first = extractor.Extract(Samples.AsSpan(0, 7000));
        Spectrogram second = extractor.Extract(Samples.AsSpan(7000));
        Assert.All(
            Enumerable.Range(0, first.BandCount),
            band => AssertStandard([.. first.Band(0, band), .. second.Band(0, band)]));
    }

    [Fact]
    public void Measure_NothingOrMixedBands_Throws()
    {
        Assert.Throws<ArgumentException>(() => BandStatistics.Measure([]));
        Assert.Throws<ArgumentException>(() => BandStatistics.Measure([new Spectrogram(1, 2, 3), new Spectrogram(1, 4, 3)]));
    }

    private static void AssertStandard(float[] values)
    {
        double mean = values.Average();
        Assert.Equal(0, mean, 1e-4);
        Assert.Equal(1, values.Average(v => (v - mean) * (v - mean)), 1e-3);
    }
}
