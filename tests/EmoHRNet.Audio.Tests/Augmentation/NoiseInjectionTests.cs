using System.Numerics;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;
using EmoHRNet.TestSupport;
using MathNet.Numerics.IntegralTransforms;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class NoiseInjectionTests
{
    public static TheoryData<INoiseSource> Sources =>
        [new WhiteNoise(), new PinkNoise(), new RecordedNoise(16_000, [Signals.Sine(777, 16_000, 100), Signals.Sine(60_000, 16_000, 300)])];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Apply_FixedRatio_IsMetExactly(INoiseSource source)
    {
        float[] signal = Signals.Sine(16_000, 16_000, 440, 0.3f);
        foreach (double ratio in (double[])[-10, 0, 12.5, 40])
        {
            float[] result = new NoiseInjection(new() { MinimumDecibels = ratio, MaximumDecibels = ratio }, source)
                .Apply(signal, 16_000, new RandomSource(17));
            Assert.Equal(ratio, Ratio(signal, result), 1e-3);
        }
    }

    [Fact]
    public void Apply_RealSpeech_MeetsTheRatio()
    {
        string? path = SharedData.PathOrNull("goldens", "mel_htk64.safetensors");
        Assert.SkipWhen(path is null, "The shared reference data is not beside the repository.");
        float[] speech = GoldenFile.Open(path).Values("wave.speech");
        float[] result = new NoiseInjection(new() { MinimumDecibels = 5, MaximumDecibels = 5 }).Apply(speech, 16_000, new RandomSource(1));
        Assert.Equal(5, Ratio(speech, result), 1e-3);
    }

    [Fact]
    public void Apply_Range_RatioIsUniformInDecibels()
    {
        var augment = new NoiseInjection(new() { MinimumDecibels = 0, MaximumDecibels = 20 }, new WhiteNoise());
        float[] signal = Signals.Sine(64, 16_000, 1000);
        var counts = new int[10];
        for (int i = 0; i < 10_000; i++)
        {
            counts[Math.Clamp((int)(Ratio(signal, augment.Apply(signal, 16_000, RandomSource.For(2, 0, i))) / 2), 0, 9)]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Apply_SilentUtterance_StaysSilent() =>
        Assert.All(new NoiseInjection().Apply(new float[100], 16_000, new RandomSource(1)), v => Assert.Equal(0, v));

    [Fact]
    public void Apply_SilentNoise_LeavesTheSamples()
    {
        float[] signal = Signals.Sine(100, 16_000, 440);
        var silence = new RecordedNoise(16_000, [new float[10]]);
        Assert.Equal(signal, new NoiseInjection(null, silence).Apply(signal, 16_000, new RandomSource(1)));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, -10)]
    public void Fill_Color_HasItsSlopePerDecade(bool pink, double expected)
    {
        INoiseSource source = pink ? new PinkNoise() : new WhiteNoise();
        Assert.Equal(expected, SlopePerDecade(source), 0.3);
    }

    [Fact]
    public void Fill_WhiteNoise_IsStandardNormal()
    {
        var noise = new float[40_000];
        new WhiteNoise().Fill(noise, 16_000, new RandomSource(3));
        double[] edges = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
        var counts = new int[edges.Length + 1];
        foreach (float value in noise)
        {
            counts[edges.Count(e => value > e)]++;
        }

        double Cumulative(int edge) => edge < 0 ? 0 : edge >= edges.Length ? 1 : MathNet.Numerics.Distributions.Normal.CDF(0, 1, edges[edge]);
        ChiSquareTest.AssertFollows(counts, i => Cumulative(i) - Cumulative(i - 1));
    }

    [Fact]
    public void Fill_LongRecording_ExcerptStartsAnywhereAlike()
    {
        var clip = new RecordedNoise(16_000, [[.. Enumerable.Range(0, 14).Select(i => (float)i)]]);
        var counts = new int[10];
        var noise = new float[5];
        for (int i = 0; i < 10_000; i++)
        {
            clip.Fill(noise, 16_000, RandomSource.For(1, 0, i));
            Assert.Equal(Enumerable.Range(0, 5).Select(k => noise[0] + k), noise);
            counts[(int)noise[0]]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Fill_ShortRecording_Repeats()
    {
        var noise = new float[8];
        new RecordedNoise(16_000, [[0, 1, 2]]).Fill(noise, 16_000, new RandomSource(4));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => (noise[0] + i) % 3), noise);
    }

    [Fact]
    public void Fill_OtherSampleRate_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new RecordedNoise(8000, [[1f]]).Fill(new float[4], 16_000, new RandomSource(1)));
        Assert.Contains("8000 Hz", exception.Message, StringComparison.Ordinal);
        Assert.Contains("16000 Hz", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructors_NothingToDrawFrom_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new RecordedNoise(16_000, []));
        Assert.Throws<ArgumentException>(() => new RecordedNoise(16_000, [[]]));
        Assert.Throws<ArgumentException>(() => new NoiseInjection(null, [null!]));
    }

    private static double Ratio(float[] signal, float[] noisy) =>
        10 * Math.Log10(Signals.Energy(signal) / Signals.Energy(noisy.Zip(signal, (n, s) => n - s)));

    /// <summary>The slope of a line through the averaged periodogram in decibels over log10 of frequency.</summary>
    private static double SlopePerDecade(INoiseSource source)
    {
        const int Size = 4096;
        var power = new double[Size / 2];
        for (int run = 0; run < 100; run++)
        {
            var noise = new float[Size];
            source.Fill(noise, 16_000, RandomSource.For(6, 0, run));
            Complex[] spectrum = [.. noise.Select((v, i) => new Complex(v * (1 - Math.Cos(2 * Math.PI * i / Size)), 0))];
            Fourier.Forward(spectrum, FourierOptions.NoScaling);
            for (int k = 0; k < power.Length; k++)
            {
                power[k] += spectrum[k].Magnitude * spectrum[k].Magnitude;
            }
        }

        double[] x = [.. Enumerable.Range(8, 1500).Select(k => Math.Log10(k))];
        double[] y = [.. Enumerable.Range(8, 1500).Select(k => 10 * Math.Log10(power[k]))];
        return MathNet.Numerics.Fit.Line(x, y).B;
    }
}
