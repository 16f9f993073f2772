using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class StackedFeatureExtractorTests
{
    [Theory]
    [InlineData(FeatureKind.LogMel)]
    [InlineData(FeatureKind.Mfcc)]
    public void Extract_DeltasOfSecondOrder_StackDeltasOfDeltas(FeatureKind kind)
    {
        float[] samples = TestSignal.Noise(12_000);
        FeatureOptions plain = new() { Kind = kind };
        Spectrogram expected = plain.CreateExtractor().Extract(samples);
        IFeatureExtractor extractor = (plain with { DeltaOrder = 2, DeltaRadius = 3 }).CreateExtractor();
        Spectrogram result = extractor.Extract(samples);
        Assert.Equal((3, 3), (extractor.ChannelCount, result.ChannelCount));
        Assert.Equal(expected.BandCount, result.BandCount);
        for (int band = 0; band < result.BandCount; band++)
        {
            Assert.Equal(expected.Band(0, band), result.Band(0, band));
            for (int order = 1; order <= 2; order++)
            {
                float[] slopes = new float[result.FrameCount];
                DeltaFilter.Apply(result.Band(order - 1, band), 3, slopes);
                Assert.Equal(slopes, result.Band(order, band).ToArray());
            }
        }
    }

    [Theory]
    [InlineData(80)]
    [InlineData(173)]
    [InlineData(420)]
    public void Extract_ProsodyOfATone_DrawsARidgeWhereTheLogarithmicAxisHasThePitch(double pitch)
    {
        FeatureOptions options = new() { Prosody = new ProsodyOptions() };
        Spectrogram result = options.CreateExtractor().Extract(TestSignal.Harmonics(_ => pitch, 1, [0.3f, 0.2f, 0.1f]));
        Assert.Equal(4, result.ChannelCount);
        double expected = Math.Log(pitch / 60) / Math.Log(500.0 / 60) * 63;
        for (int frame = 5; frame < result.FrameCount - 5; frame++)
        {
            float[] column = [.. Enumerable.Range(0, 64).Select(band => result[1, band, frame])];
            double center = column.Select((v, band) => v * band).Sum() / column.Sum();
            Assert.Equal(expected, center, 0.15);
            Assert.InRange(column.Max(), 0.7, 1);
            Assert.InRange(result[3, 0, frame], 0.8, 1);
            Assert.Equal(result[3, 0, frame], result[3, 63, frame]);
        }
    }

    [Fact]
    public void Extract_ProsodyOfSilence_IsBlank()
    {
        FeatureOptions options = new() { Prosody = new ProsodyOptions(), Mel = new() { Normalization = FeatureNormalization.None } };
        Spectrogram result = options.CreateExtractor().Extract(new float[8000]);
        Assert.All(Enumerable.Range(1, 3), channel =>
            Assert.All(Enumerable.Range(0, 64), band => Assert.Equal(new float[result.FrameCount], result.Band(channel, band).ToArray())));
    }

    [Theory]
    [InlineData(FeatureNormalization.None)]
    [InlineData(FeatureNormalization.PerUtterance)]
    public void Extract_Energy_RisesWithTheLevelAndIsStandardizedPerUtterance(FeatureNormalization normalization)
    {
        FeatureOptions options = new() { Prosody = new ProsodyOptions(), Mel = new() { Normalization = normalization } };
        float[] samples = [.. TestSignal.Tone(200, 1, amplitude: 0.01f), .. TestSignal.Tone(200, 1, amplitude: 0.1f)];
        Span<float> energy = options.CreateExtractor().Extract(samples).Band(2, 10);
        double rise = energy[90] - energy[30];
        if (normalization == FeatureNormalization.None)
        {
            Assert.Equal(20 / 80.0, rise, 1e-3); // ten times the amplitude is 20 of 80 decibels
        }
        else
        {
            Assert.Equal(2, rise, 0.2); // two equal halves lie one standard deviation on either side of the mean
        }
    }

    [Fact]
    public void Extract_ArticulationOfAVowel_DrawsARidgeForEachFormantOnTheMelAxis()
    {
        FeatureOptions options = new() { Articulation = new ArticulationOptions { Spectrum = false, Voice = false, MaxFormant = 5_000 } };
        float[] samples = Articulation.Vowel.Cascade(Articulation.Vowel.Schwa, 110, 1);
        Spectrogram result = options.CreateExtractor().Extract(samples);
        Assert.Equal((2, 2), (options.ChannelCount, result.ChannelCount));
        foreach (double formant in new[] { 500.0, 1_500, 2_500, 3_500 })
        {
            int band = (int)Math.Round(Math.Log10(1 + (formant / 700)) / Math.Log10(1 + (5_000 / 700.0)) * 63);
            Assert.InRange(result[1, band, 30], 0.5, 1);
        }

        Assert.InRange(result[1, 0, 30], 0, 0.01);
        Assert.InRange(result[1, 63, 30], 0, 0.5);
    }

    [Fact]
    public void Extract_ArticulationBesideTheRest_StandsLastAndChangesNothingElse()
    {
        float[] samples = Articulation.Vowel.Cascade(Articulation.Vowel.A, 130, 0.6);
        FeatureOptions plain = new() { DeltaOrder = 1, Prosody = new ProsodyOptions() };
        FeatureOptions more = plain with { Articulation = new ArticulationOptions() };
        Spectrogram expected = plain.CreateExtractor().Extract(samples);
        Spectrogram actual = more.CreateExtractor().Extract(samples);
        Assert.Equal((14, 14), (more.ChannelCount, actual.ChannelCount));
        Assert.Equal(expected.Values.ToArray(), actual.Values[..expected.Values.Length].ToArray());

        ArticulationFrame[] frames = new ArticulationTracker(16_000, 256).Track(samples);
        for (int frame = 0; frame < actual.FrameCount; frame++)
        {
            (SpectralShape shape, VoiceQuality voice) = (frames[frame].Spectrum, frames[frame].Voice);
            double nyquist = Math.Log10(1 + (8_000 / 700.0));
            double[] columns = [Math.Log10(1 + (shape.Centroid / 700)) / nyquist, Math.Log10(1 + (shape.RollOff / 700)) / nyquist,
                shape.Slope / 20, Math.Clamp(1 + (Math.Log10(shape.Flatness) / 5), 0, 1), shape.Flux / Math.Sqrt(2),
                Math.Clamp(voice.HarmonicsToNoise / 40, 0, 1), Math.Min(1, voice.Jitter / 0.1), Math.Min(1, voice.Shimmer / 3)];
            for (int i = 0; i < columns.Length; i++)
            {
                Assert.Equal(columns[i], actual[6 + i, 0, frame], 1e-4);
                Assert.Equal(actual[6 + i, 0, frame], actual[6 + i, 63, frame]);
            }
        }
    }

    [Fact]
    public void Extract_ArticulationOfSilence_IsBlank()
    {
        FeatureOptions options = new() { Articulation = new ArticulationOptions() };
        Spectrogram result = options.CreateExtractor().Extract(new float[8000]);
        Assert.All(result.Values[(64 * result.FrameCount)..].ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Extract_EverythingFromManyThreads_EqualsOneThread()
    {
        IFeatureExtractor extractor = new FeatureOptions { DeltaOrder = 2, Prosody = new ProsodyOptions(), Articulation = new() }.CreateExtractor();
        float[][] signals = [.. Enumerable.Range(0, 6).Select(i => TestSignal.Noise(2000 + (777 * i), seed: i))];
        float[][] expected = [.. signals.Select(s => extractor.Extract(s).Values.ToArray())];
        Parallel.For(0, 60, i => Assert.Equal(expected[i % 6], extractor.Extract(signals[i % 6]).Values.ToArray()));
    }
}
