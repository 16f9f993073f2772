using EmoHRNet.Audio.Statistics;

namespace EmoHRNet.Audio.Tests.Statistics;

public class DistributionTests
{
    /// <summary>NumPy's default: <c>numpy.quantile([1, 2, 4, 8], q)</c>.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6.8)]
    [InlineData(1, 8)]
    public void Quantile_BetweenNumbers_IsLinear(double fraction, double expected)
    {
        Assert.Equal(expected, Distribution.Quantile<double>([1, 2, 4, 8], fraction), 12);
        Assert.Equal(expected, Distribution.Quantile<float>([1, 2, 4, 8], fraction), 6);
    }

    [Fact]
    public void Quantile_OfNothing_IsRefused() => Assert.Throws<ArgumentException>(() => Distribution.Quantile<double>([], 0.5));

    [Fact]
    public void Deviations_OfFourNumbers_DivideByTheCountAndByOneLess()
    {
        double[] values = [2, 4, 4, 6];
        Assert.Equal(Math.Sqrt(2), Distribution.Deviation(values), 12);
        Assert.Equal(Math.Sqrt(8.0 / 3), Distribution.SampleDeviation(values), 12);
        Assert.Equal(0, Distribution.Deviation([]));
        Assert.Equal(double.NaN, Distribution.SampleDeviation([1]));
    }
}
