using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

/// <summary>Tones have closed forms at every sample rate: the resampled tone is compared with the exact one.</summary>
public class ResamplerTests
{
    public static TheoryData<int, int, double, ResamplingQuality, double> PassedTones => new()
    {
        { 48_000, 16_000, 1000, ResamplingQuality.Fast, -80 },
        { 48_000, 16_000, 1000, ResamplingQuality.Standard, -90 },
        { 48_000, 16_000, 1000, ResamplingQuality.Best, -110 },
        { 48_000, 16_000, 6700, ResamplingQuality.Standard, -90 },
        { 48_000, 16_000, 7200, ResamplingQuality.Best, -90 },
        { 44_100, 16_000, 1000, ResamplingQuality.Standard, -90 },
        { 44_100, 16_000, 6700, ResamplingQuality.Standard, -90 },
        { 24_414, 16_000, 1000, ResamplingQuality.Standard, -90 },
        { 24_414, 16_000, 6700, ResamplingQuality.Best, -90 },
        { 96_000, 16_000, 3000, ResamplingQuality.Standard, -90 },
        { 8_000, 16_000, 1000, ResamplingQuality.Standard, -90 },
        { 8_000, 16_000, 3300, ResamplingQuality.Standard, -90 },
        { 16_000, 44_100, 3300, ResamplingQuality.Standard, -90 },
        { 11_025, 16_000, 1000, ResamplingQuality.Standard, -90 },
    };

    public static TheoryData<int, int, double, ResamplingQuality, double> StoppedTones => new()
    {
        { 48_000, 16_000, 10_000, ResamplingQuality.Fast, -80 },
        { 48_000, 16_000, 10_000, ResamplingQuality.Standard, -80 },
        { 48_000, 16_000, 8_100, ResamplingQuality.Standard, -100 },
        { 48_000, 16_000, 8_100, ResamplingQuality.Best, -120 },
        { 44_100, 16_000, 10_000, ResamplingQuality.Standard, -80 },
        { 24_414, 16_000, 10_000, ResamplingQuality.Standard, -80 },
        { 96_000, 16_000, 40_000, ResamplingQuality.Standard, -80 },
    };

    [Theory]
    [MemberData(nameof(PassedTones))]
    public void Resample_ToneInPassBand_EqualsExactTone(int source, int target, double frequency, ResamplingQuality quality, double limit)
    {
        float[] output = new Resampler(source, target, quality).Resample(Tone(frequency, source, source));

        double error = 0;
        foreach (int k in Inside(output, source, target))
        {
            double difference = output[k] - Math.Sin(2 * Math.PI * frequency * k / target);
            error = Math.Max(error, Math.Abs(difference));
        }

        Assert.InRange(20 * Math.Log10(error), -200, limit);
    }

    [Theory]
    [MemberData(nameof(StoppedTones))]
    public void Resample_ToneInStopBand_IsAttenuated(int source, int target, double frequency, ResamplingQuality quality, double limit)
    {
        float[] output = new Resampler(source, target, quality).Resample(Tone(frequency, source, source));

        // May be exactly zero: 40 kHz at 96 kHz is sampled at its zeros, around which the filter is symmetric.
        double peak = Inside(output, source, target).Max(k => Math.Abs((double)output[k]));
        Assert.InRange(peak, 0, Math.Pow(10, limit / 20));
    }

    [Theory]
    [InlineData(48_000, 16_000)]
    [InlineData(24_414, 16_000)]
    [InlineData(8_000, 16_000)]
    [InlineData(16_000, 16_000)]
    public void Resample_Constant_StaysConstant(int source, int target)
    {
        float[] output = new Resampler(source, target).Resample([.. Enumerable.Repeat(0.5f, source)]);

        Assert.All(Inside(output, source, target), k => Assert.Equal(0.5f, output[k], 1e-6f));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(48_001, 16_001)]
    public void Resample_AnyLength_GivesRoundedUpCount(int count, int expected)
    {
        Resampler resampler = new(48_000, 16_000);

        Assert.Equal(expected, resampler.OutputCount(count));
        Assert.Equal(expected, resampler.Resample(new float[count]).Length);
    }

    [Fact]
    public void Resample_Impulse_StaysAtItsTime()
    {
        float[] impulse = new float[4800];
        impulse[2400] = 1;

        float[] output = new Resampler(48_000, 16_000).Resample(impulse);

        Assert.Equal(800, Array.IndexOf(output, output.Max()));
        Assert.Equal(output[790], output[810], 1e-7f);
    }

    [Theory]
    [InlineData(48_000, 16_000)]
    [InlineData(44_100, 16_000)]
    [InlineData(24_414, 16_000)]
    [InlineData(8_000, 16_000)]
    [InlineData(16_000, 16_000)]
    public void Push_PiecesOfAnyLength_EqualBatch(int source, int target)
    {
        Random random = new(11);
        float[] samples = [.. Enumerable.Range(0, 20_000).Select(_ => (random.NextSingle() * 2) - 1)];
        Resampler resampler = new(source, target);
        StreamingResampler stream = resampler.CreateStream();
        List<float> output = [];

        for (int start = 0; start < samples.Length;)
        {
            int length = Math.Min(random.Next(0, 1500), samples.Length - start);
            output.AddRange(stream.Push(samples.AsSpan(start, length)));
            start += length;
        }

        output.AddRange(stream.Complete());
        Assert.Equal(resampler.Resample(samples), output);
    }

    [Fact]
    public void Push_AfterComplete_IsRefused()
    {
        StreamingResampler stream = new Resampler(48_000, 16_000).CreateStream();
        Assert.Empty(stream.Complete());

        Assert.Throws<InvalidOperationException>(() => stream.Push([1f]));
        Assert.Throws<InvalidOperationException>(() => stream.Complete());
    }

    [Theory]
    [InlineData(0, 16_000)]
    [InlineData(16_000, 0)]
    [InlineData(768_001, 16_000)]
    [InlineData(1, 16_000)]
    public void Constructor_RateOutOfRange_IsRefused(int source, int target) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(source, target));

    [Fact]
    public void Resample_ManyThreads_GiveOneResult()
    {
        Resampler resampler = new(44_100, 16_000);
        float[] samples = Tone(440, 44_100, 10_000);
        float[] expected = resampler.Resample(samples);

        Parallel.For(0, 16, _ => Assert.Equal(expected, resampler.Resample(samples)));
    }

    private static float[] Tone(double frequency, int rate, int count) =>
        [.. Enumerable.Range(0, count).Select(n => (float)Math.Sin(2 * Math.PI * frequency * n / rate))];

    /// <summary>Skips the ends, where the filter reaches beyond the signal.</summary>
    private static IEnumerable<int> Inside(float[] output, int source, int target)
    {
        int margin = 100 * Math.Max(1, target / source + 1);
        return Enumerable.Range(margin, output.Length - (2 * margin));
    }
}
