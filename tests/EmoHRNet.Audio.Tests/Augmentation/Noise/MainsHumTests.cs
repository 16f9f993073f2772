using System.Numerics;
using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Audio.Randomness;
using MathNet.Numerics.IntegralTransforms;

namespace EmoHRNet.Audio.Tests.Augmentation.Noise;

public class MainsHumTests
{
    [Fact]
    public void Fill_ManyDraws_HasItsPowerAtMultiplesOf50Or60HertzAndNowhereElse()
    {
        HashSet<int> fundamentals = [];
        for (int seed = 0; seed < 20; seed++)
        {
            double[] power = PowerByHertz(seed);
            double total = power.Sum();
            int fundamental = new[] { 50, 60 }.MaxBy(f => Near(power, f) + Near(power, 7 * f));
            Assert.True(Enumerable.Range(1, 10).Sum(k => Near(power, k * fundamental)) > 0.98 * total);
            fundamentals.Add(fundamental);
        }

        Assert.Equal([50, 60], fundamentals.Order());
    }

    [Fact]
    public void Fill_LowRate_DoesNotFoldHarmonicsBack()
    {
        float[] noise = new float[4000];
        new MainsHum().Fill(noise, 200, new RandomSource(1));
        Assert.All(noise, value => Assert.InRange(value, -2.01f, 2.01f));
    }

    private static double[] PowerByHertz(int seed)
    {
        float[] noise = new float[16_000];
        new MainsHum().Fill(noise, 16_000, new RandomSource(seed));
        Complex[] spectrum = [.. noise.Select((v, i) => new Complex(v * (0.5 - (0.5 * Math.Cos(2 * Math.PI * i / 16_000))), 0))];
        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        return [.. spectrum.Take(8000).Select(bin => bin.Magnitude * bin.Magnitude)];
    }

    private static double Near(double[] power, int hertz) => power[(hertz - 3)..(hertz + 4)].Sum();
}
