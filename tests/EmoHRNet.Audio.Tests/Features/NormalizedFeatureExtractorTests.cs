using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Tests.Features;

public class NormalizedFeatureExtractorTests
{
    private static readonly float[] Samples = TestSignal.Harmonics(t => 120 + (60 * t), 1, [0.3f, 0.2f, 0.1f]);

    [Theory]
    [InlineData(FeatureNormalization.PerUtterance)]
    [InlineData(FeatureNormalization.PerUtteranceBand)]
    public void Extract_LogMel_EqualsTheBuiltInNormalization(FeatureNormalization normalization)
    {
        MelSpectrogramOptions options = new() { Normalization = FeatureNormalization.None };
        IFeatureExtractor plain = new MelSpectrogramExtractor(options);
        NormalizedFeatureExtractor normalized = new(plain, normalization);

        Spectrogram found = normalized.Extract(Samples);

        Assert.Equal(new MelSpectrogramExtractor(options with { Normalization = normalization }).Extract(Samples).Values.ToArray(), found.Values.ToArray());
        Assert.Equal(
            (plain.SampleRate, plain.ChannelCount, plain.BandCount, plain.HopLength, plain.FrameCount(5_000)),
            (normalized.SampleRate, normalized.ChannelCount, normalized.BandCount, normalized.HopLength, normalized.FrameCount(5_000)));
        Assert.Equal($"{plain.Name}, normalized {normalization}", normalized.Name);
    }

    [Theory]
    [InlineData(FeatureNormalization.None)]
    [InlineData(FeatureNormalization.Corpus)]
    public void Constructor_NotOverTheUtterance_IsRefused(FeatureNormalization normalization) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalizedFeatureExtractor(new MelSpectrogramExtractor(new MelSpectrogramOptions()), normalization));
}
