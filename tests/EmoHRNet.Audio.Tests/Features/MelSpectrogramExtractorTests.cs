using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class MelSpectrogramExtractorTests
{
    private static readonly MelSpectrogramOptions Linear = new()
    {
        FftSize = 512,
        WindowLength = 400,
        HopLength = 160,
        Log = LogScale.None,
        Normalization = FeatureNormalization.None,
    };

    [Theory]
    [InlineData("htk64")]
    [InlineData("slaney128")]
    [InlineData("magnitude40")]
    public void Extract_EverySignalOfTorchaudio_EqualsItsMelSpectrogram(string name)
    {
        MelGolden golden = MelGolden.Open(name);
        MelSpectrogramExtractor extractor = new(golden.Options);
        foreach (string signal in golden.Signals)
        {
            float[] expected = golden.File.Values("mel." + signal);
            Spectrogram actual = extractor.Extract(golden.File.Values("wave." + signal));
            Assert.Equal(golden.File.Shape("mel." + signal), new long[] { actual.BandCount, actual.FrameCount });
            float tolerance = 1e-4f * expected.Max();
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(Math.Abs(expected[i] - actual.Values[i]) <= tolerance, $"{signal}[{i}]: {actual.Values[i]} is not {expected[i]}");
            }
        }
    }

    [Theory]
    [InlineData(LogScale.Natural, 2, 1)]
    [InlineData(LogScale.Decibel, 2, 4.342945)]
    [InlineData(LogScale.Decibel, 1, 8.685890)]
    public void Extract_Log_IsTheLogarithmOfTheFlooredBands(LogScale scale, int power, double factor)
    {
        float[] samples = [.. TestSignal.Noise(4000), .. new float[4000]];
        float[] linear = new MelSpectrogramExtractor(Linear with { Power = power }).Extract(samples).Values.ToArray();
        Spectrogram log = new MelSpectrogramExtractor(Linear with { Power = power, Log = scale, LogFloor = 1e-3 }).Extract(samples);
        Assert.Contains(linear, v => v < 1e-3);
        for (int i = 0; i < linear.Length; i++)
        {
            Assert.Equal(factor * Math.Log(Math.Max(linear[i], 1e-3)), log.Values[i], 1e-4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void Extract_ReflectPadding_EqualsTheSignalMirroredByHand(int length)
    {
        const int Pad = 256;
        float[] samples = TestSignal.Noise(length);
        float[] mirrored = new float[length + (2 * Pad)];
        int position = length == 1 ? 0 : Pad % (2 * (length - 1));
        int step = -1;
        if (position >= length)
        {
            (position, step) = ((2 * (length - 1)) - position, 1);
        }

        for (int i = 0; i < mirrored.Length; i++)
        {
            mirrored[i] = samples[position];
            if (length > 1)
            {
                step = position == 0 ? 1 : position == length - 1 ? -1 : step;
                position += step;
            }
        }

        Assert.Equal(samples, mirrored[Pad..(Pad + length)]);
        Spectrogram expected = new MelSpectrogramExtractor(Linear with { Center = false }).Extract(mirrored);
        Spectrogram actual = new MelSpectrogramExtractor(Linear).Extract(samples);
        Assert.Equal(expected.Values.ToArray(), actual.Values.ToArray());
    }

    [Fact]
    public void Extract_ZeroPadding_EqualsTheSignalBetweenSilence()
    {
        float[] samples = TestSignal.Noise(1000);
        float[] padded = [.. new float[256], .. samples, .. new float[256]];
        Assert.Equal(
            new MelSpectrogramExtractor(Linear with { Center = false }).Extract(padded).Values.ToArray(),
            new MelSpectrogramExtractor(Linear with { PadMode = PaddingMode.Zero }).Extract(samples).Values.ToArray());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(159, 1, 0)]
    [InlineData(160, 2, 0)]
    [InlineData(511, 4, 0)]
    [InlineData(512, 4, 1)]
    [InlineData(64_000, 401, 397)]
    public void FrameCount_EveryLength_IsThatOfTorch(int samples, int centered, int uncentered)
    {
        Assert.Equal(centered, new MelSpectrogramExtractor(Linear).FrameCount(samples));
        Assert.Equal(uncentered, new MelSpectrogramExtractor(Linear with { Center = false }).FrameCount(samples));
    }

    [Fact]
    public void Extract_ShorterThanATransformWithoutCentering_HasNoFrames() =>
        Assert.Equal(0, new MelSpectrogramExtractor(Linear with { Center = false, Normalization = FeatureNormalization.PerUtterance })
            .Extract(TestSignal.Noise(511)).FrameCount);

    [Fact]
    public void Extract_NoSamples_Throws() =>
        Assert.Throws<ArgumentException>("samples", () => new MelSpectrogramExtractor().Extract([]));

    [Theory]
    [InlineData(0, float.NaN)]
    [InlineData(1234, float.PositiveInfinity)]
    [InlineData(3999, float.NegativeInfinity)]
    public void Extract_NotFinite_ThrowsNamingTheIndex(int index, float value)
    {
        float[] samples = TestSignal.Noise(4000);
        samples[index] = value;
        ArgumentException error = Assert.Throws<ArgumentException>("samples", () => new MelSpectrogramExtractor().Extract(samples));
        Assert.Contains($"Sample {index} is", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_Silence_IsTheFloorAndNormalizedZero()
    {
        Spectrogram floor = new MelSpectrogramExtractor(Linear with { Log = LogScale.Natural }).Extract(new float[8000]);
        Assert.Equal(Math.Log(1e-6), floor[0, 0, 0], 1e-4);
        Assert.DoesNotContain(floor.Values.ToArray(), v => v != floor[0, 0, 0]);
        foreach (FeatureNormalization normalization in new[] { FeatureNormalization.PerUtterance, FeatureNormalization.PerUtteranceBand })
        {
            MelSpectrogramExtractor extractor = new(Linear with { Log = LogScale.Natural, Normalization = normalization });
            Assert.DoesNotContain(extractor.Extract(new float[8000]).Values.ToArray(), v => v != 0);
        }
    }

    [Fact]
    public void Extract_ClippedAndBeyondFullScale_IsFinite()
    {
        float[] samples = [.. TestSignal.Noise(8000, amplitude: 1e6f), .. Enumerable.Range(0, 8000).Select(i => i % 100 < 50 ? 1f : -1f)];
        Assert.All(new MelSpectrogramExtractor().Extract(samples).Values.ToArray(), v => Assert.True(float.IsFinite(v)));
    }

    [Fact]
    public void Extract_TenMinutes_HasEveryFrame()
    {
        float[] second = TestSignal.Noise(16_000);
        float[] samples = [.. Enumerable.Range(0, 600).SelectMany(_ => second)];
        MelSpectrogramExtractor extractor = new(Linear);
        Spectrogram result = extractor.Extract(samples);
        Assert.Equal(60_001, result.FrameCount);
        Assert.Equal(result[0, 30, 500], result[0, 30, 59_900]); // one second repeats: 100 frames are one second
    }

    [Fact]
    public void Extract_FromManyThreads_EqualsOneThread()
    {
        MelSpectrogramExtractor extractor = new();
        float[][] signals = [.. Enumerable.Range(0, 16).Select(i => TestSignal.Noise(3000 + (777 * i), seed: i))];
        float[][] expected = [.. signals.Select(s => extractor.Extract(s).Values.ToArray())];
        Parallel.For(0, 320, i => Assert.Equal(expected[i % 16], extractor.Extract(signals[i % 16]).Values.ToArray()));
    }

    [Fact]
    public void Extract_Again_AllocatesLittleMoreThanItsResult()
    {
        MelSpectrogramExtractor extractor = new();
        float[] samples = TestSignal.Noise(64_000);
        int bytes = extractor.Extract(samples).Values.Length * sizeof(float);

        // The minimum of several runs: the runtime counts in blocks of 8 kB, and a garbage collection may empty the pools.
        long least = Enumerable.Range(0, 5).Min(_ => AllocatedBy(() => extractor.Extract(samples)));
        Assert.InRange(least, bytes, bytes + 512);
    }

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
