using EmoHRNet.Audio.Tests.Augmentation;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Tests.Transforms;

public class BandPassTests
{
    [Theory]
    [InlineData(50, 0, 0.01)]
    [InlineData(200, 0, 0.01)]
    [InlineData(300, 0.5, 0.03)]
    [InlineData(420, 1, 0.01)]
    [InlineData(1000, 1, 0.01)]
    [InlineData(3000, 1, 0.01)]
    [InlineData(3400, 0.5, 0.03)]
    [InlineData(3600, 0, 0.01)]
    public void Filter_Sine_PassesBetweenTheCornersAlone(double frequency, double expected, double tolerance)
    {
        float[] sine = Signals.Sine(8000, 8000, frequency);

        float[] result = new BandPass(8000, 300, 3400).Filter(sine);

        Assert.Equal(sine.Length, result.Length);
        double gain = Math.Sqrt(Signals.Energy(result[2000..6000]) / Signals.Energy(sine[2000..6000]));
        Assert.Equal(expected, gain, tolerance);
    }

    [Fact]
    public void Filter_Impulse_IsNotDelayed()
    {
        float[] impulse = new float[4001];
        impulse[2000] = 1;
        float[] result = new BandPass(8000, 300, 3400).Filter(impulse);
        Assert.Equal(2000, Array.IndexOf(result, result.Max()));
    }

    [Fact]
    public void Filter_NoSamples_IsEmpty() => Assert.Empty(new BandPass(8000, 300, 3400).Filter([]));
}
