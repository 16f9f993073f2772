using EmoHRNet.Audio.Features;
using NWaves.FeatureExtractors.Options;
using Mfcc = NWaves.FeatureExtractors.MfccExtractor;
using MfccOptions = NWaves.FeatureExtractors.Options.MfccOptions;

namespace EmoHRNet.Audio.NWaves.Tests;

public class NWavesFeatureExtractorTests
{
    private static readonly MfccOptions Options = new() { SamplingRate = 16_000, FeatureCount = 13, FrameSize = 400, HopSize = 160 };

    [Fact]
    public void Extract_NotCentred_IsWhatNWavesComputes()
    {
        float[] samples = Sine(4000);
        List<float[]> expected = new Mfcc(Options).ComputeFrom(samples);
        Spectrogram actual = new NWavesFeatureExtractor(() => new Mfcc(Options), center: false).Extract(samples);
        Assert.Equal((1, 13, expected.Count), (actual.ChannelCount, actual.BandCount, actual.FrameCount));
        for (int frame = 0; frame < expected.Count; frame++)
        {
            Assert.Equal(expected[frame], Enumerable.Range(0, 13).Select(band => actual[0, band, frame]));
        }
    }

    [Fact]
    public void Extract_Centred_FramesAreCentredOnMultiplesOfTheHop()
    {
        float[] samples = Sine(4000);
        Spectrogram centred = new NWavesFeatureExtractor(() => new Mfcc(Options)).Extract(samples);
        Assert.Equal(26, centred.FrameCount);

        // A frame that lies within the signal is the one that NWaves computes from its 400 samples alone.
        float[] alone = new Mfcc(Options).ComputeFrom(samples[(1600 - 200)..(1600 + 200)])[0];
        Assert.Equal(alone, Enumerable.Range(0, 13).Select(band => centred[0, band, 10]));
    }

    [Theory]
    [InlineData(0, true, 0)]
    [InlineData(1, true, 1)]
    [InlineData(160, true, 2)]
    [InlineData(399, false, 0)]
    [InlineData(400, false, 1)]
    [InlineData(560, false, 2)]
    public void FrameCount_AnyLength_IsWhatExtractReturns(int samples, bool center, int expected)
    {
        var extractor = new NWavesFeatureExtractor(() => new Mfcc(Options), center);
        Assert.Equal(expected, extractor.FrameCount(samples));
        if (samples > 0)
        {
            Assert.Equal(expected, extractor.Extract(Sine(samples)).FrameCount);
        }
    }

    [Fact]
    public void Constructor_Properties_AreTheExtractors()
    {
        var extractor = new NWavesFeatureExtractor(() => new Mfcc(Options));
        Assert.Equal((16_000, 1, 13, 160), (extractor.SampleRate, extractor.ChannelCount, extractor.BandCount, extractor.HopLength));
        Assert.Throws<ArgumentNullException>(() => new NWavesFeatureExtractor(null!));
        Assert.Throws<ArgumentException>(() => new NWavesFeatureExtractor(() => null!));
    }

    [Fact]
    public void Name_OtherSettings_IsAnotherName()
    {
        string[] names =
        [
            new NWavesFeatureExtractor(() => new Mfcc(Options)).Name,
            new NWavesFeatureExtractor(() => new Mfcc(Options), center: false).Name,
            new NWavesFeatureExtractor(() => new Mfcc(Options), padMode: PaddingMode.Zero).Name,
            new NWavesFeatureExtractor(() => new Mfcc(new MfccOptions { SamplingRate = 16_000, FeatureCount = 13, FrameSize = 400, HopSize = 200 })).Name,
            new NWavesFeatureExtractor(() => new Mfcc(Options)) { Name = "with a lifter of 22" }.Name,
            new NWavesMelSpectrogramExtractor().Name,
            new NWavesMelSpectrogramExtractor(new MelSpectrogramOptions { MinFrequency = 0.5 }).Name,
            new NWavesMelSpectrogramExtractor(new MelSpectrogramOptions { Normalization = FeatureNormalization.None }).Name,
        ];

        Assert.Equal("NWaves MfccExtractor: 13 features, frame 400, hop 160, 16000 Hz, Reflect", names[0]);
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private static float[] Sine(int length) => [.. Enumerable.Range(0, length).Select(i => (float)Math.Sin(0.3 * i * (1 + (i * 1e-4))))];
}
