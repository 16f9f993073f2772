using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Tests.Transforms;

public class FastConvolutionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(2, 3)]
    [InlineData(777, 64)]
    [InlineData(64, 777)]
    public void Convolve_AnyLengths_IsTheSumOfShiftedResponses(int length, int taps)
    {
        float[] samples = Noise(length, 1);
        float[] response = Noise(taps, 2);
        float[] expected = new float[length + taps - 1];
        for (int i = 0; i < length; i++)
        {
            for (int k = 0; k < taps; k++)
            {
                expected[i + k] += samples[i] * response[k];
            }
        }

        float[] result = FastConvolution.Convolve(samples, response);

        Assert.Equal(expected.Length, result.Length);
        Assert.All(expected.Zip(result), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Convolve_NoSamples_IsEmpty() => Assert.Empty(FastConvolution.Convolve([], [1f]));

    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(1000, 2)]
    [InlineData(6000, 0.1)]
    public void Shape_Sine_IsMultipliedByTheGainOfItsFrequency(double frequency, double gain)
    {
        float[] sine = Augmentation.Signals.Sine(16_000, 16_000, frequency);

        float[] result = FastConvolution.Shape(sine, 16_000, each => Math.Abs(each - frequency) < 50 ? gain : 1);

        Assert.Equal(gain, Rms(result[4000..12_000]) / Rms(sine[4000..12_000]), 0.01);
        Assert.All(sine[4000..12_000].Zip(result[4000..12_000]), pair => Assert.Equal(gain * pair.First, pair.Second, 0.05));
    }

    [Fact]
    public void Shape_GainOfOne_GivesTheSignalBack()
    {
        float[] samples = Noise(999, 3);
        Assert.All(samples.Zip(FastConvolution.Shape(samples, 8000, _ => 1)), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    private static float[] Noise(int count, int seed)
    {
        RandomSource random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static double Rms(IEnumerable<float> values) => Math.Sqrt(values.Average(v => (double)v * v));
}
