using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Tests.Features;

namespace EmoHRNet.Audio.NWaves.Tests;

public class NWavesMelSpectrogramExtractorTests
{
    [Theory]
    [InlineData("htk64")]
    [InlineData("slaney128")]
    [InlineData("magnitude40")]
    public void Extract_EverySignalOfTorchaudio_EqualsItsMelSpectrogram(string name)
    {
        MelGolden golden = MelGolden.Open(name);
        NWavesMelSpectrogramExtractor extractor = new(golden.Options);
        foreach (string signal in golden.Signals)
        {
            float[] expected = golden.File.Values("mel." + signal);
            Spectrogram actual = extractor.Extract(golden.File.Values("wave." + signal));
            Assert.Equal(golden.File.Shape("mel." + signal), new long[] { actual.BandCount, actual.FrameCount });
            AssertClose(expected, actual.Values, 1e-4f);
        }
    }

    [Theory]
    [InlineData(LogScale.Natural, FeatureNormalization.PerUtterance, true)]
    [InlineData(LogScale.Decibel, FeatureNormalization.None, true)]
    [InlineData(LogScale.Natural, FeatureNormalization.PerUtteranceBand, false)]
    public void Extract_LogAndNormalization_EqualTheBuiltInExtractor(LogScale log, FeatureNormalization normalization, bool center)
    {
        var options = new MelSpectrogramOptions { Log = log, Normalization = normalization, Center = center };
        float[] samples = Noise(9000);
        Spectrogram expected = new MelSpectrogramExtractor(options).Extract(samples);
        Spectrogram actual = new NWavesMelSpectrogramExtractor(options).Extract(samples);
        Assert.Equal(expected.FrameCount, actual.FrameCount);
        AssertClose(expected.Values, actual.Values, 1e-3f);
    }

    [Fact]
    public void Extract_ManyThreads_EqualsOneThread()
    {
        var extractor = new NWavesMelSpectrogramExtractor();
        float[] samples = Noise(8000);
        float[] expected = extractor.Extract(samples).Values.ToArray();
        Parallel.For(0, 50, _ => Assert.Equal(expected, extractor.Extract(samples).Values.ToArray()));
    }

    [Fact]
    public void Constructor_WhatNWavesCannotExpress_NamesEveryProblem()
    {
        var exception = Assert.Throws<InvalidOptionsException>(() =>
            new NWavesMelSpectrogramExtractor(new() { FftSize = 1000, WindowLength = 400, Center = false }));
        Assert.Equal(["FftSize", "WindowLength"], exception.Problems.Select(p => p.Name));
    }

    [Fact]
    public void Extract_BadSamples_AreRefused()
    {
        var extractor = new NWavesMelSpectrogramExtractor();
        Assert.Throws<ArgumentException>(() => extractor.Extract([]));
        Assert.Throws<ArgumentException>(() => extractor.Extract([0, float.NaN]));
    }

    private static float[] Noise(int length)
    {
        var random = new Randomness.RandomSource(1);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * 0.5f)];
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float relative)
    {
        float peak = 0;
        float error = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            peak = Math.Max(peak, Math.Abs(expected[i]));
            error = Math.Max(error, Math.Abs(expected[i] - actual[i]));
        }

        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(error / peak, 0, relative);
    }
}
