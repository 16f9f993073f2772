using System.Text.Json;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class SpeedPerturbationTests
{
    [Theory]
    [InlineData(0.9)]
    [InlineData(1.1)]
    [InlineData(0.5)]
    [InlineData(1.037)]
    public void Apply_Sine_ScalesPitchAndTempoByTheFactor(double factor)
    {
        const int Rate = 16_000;
        float[] result = new SpeedPerturbation(factor).Apply(Signals.Sine(Rate, Rate, 440), Rate, new RandomSource(1));
        Assert.InRange(result.Length, (Rate / factor) - 1, (Rate / factor) + 1);
        float[] expected = Signals.Sine(result.Length, Rate, 440 * factor);

        // Without both ends, where the filter reaches into the silence outside.
        for (int i = 200; i < result.Length - 200; i++)
        {
            Assert.Equal(expected[i], result[i], 1e-3);
        }
    }

    [Fact]
    public void Apply_FactorOne_CopiesTheSamples()
    {
        float[] samples = Signals.Sine(100, 16_000, 440);
        float[] result = new SpeedPerturbation(1.0).Apply(samples, 16_000, new RandomSource(1));
        Assert.Equal(samples, result);
        Assert.NotSame(samples, result);
    }

    [Fact]
    public void Apply_ManyUtterances_DrawsFactorsAlike()
    {
        var augment = new SpeedPerturbation();
        var counts = new int[3];
        for (int i = 0; i < 3000; i++)
        {
            int length = augment.Apply(new float[990], 16_000, RandomSource.For(1, 1, i)).Length;
            counts[length switch { 1100 => 0, 990 => 1, 900 => 2, _ => throw new InvalidOperationException($"{length} samples") }]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Constructor_InvalidOptions_NamesEveryProblem()
    {
        Assert.Equal(["Factors", "Factors"], Problems(new() { Factors = [0, 1, double.NaN] }));
        Assert.Equal(["Factors", "Quality"], Problems(new() { Factors = [], Quality = (ResamplingQuality)9 }));
        Assert.Equal(["Factors"], Problems(new() { Factors = null! }));
    }

    [Fact]
    public void Options_Json_RoundTrips()
    {
        var options = new SpeedPerturbationOptions { Factors = [0.8, 1.25] };
        Assert.Equal(options, JsonSerializer.Deserialize<SpeedPerturbationOptions>(JsonSerializer.Serialize(options)));
        Assert.NotEqual(options, new SpeedPerturbationOptions());
    }

    private static IEnumerable<string> Problems(SpeedPerturbationOptions options) =>
        Assert.Throws<InvalidOptionsException>(() => new SpeedPerturbation(options)).Problems.Select(p => p.Name);
}
