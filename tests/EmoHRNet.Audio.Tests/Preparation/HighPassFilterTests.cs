using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

public class HighPassFilterTests
{
    [Theory]
    [InlineData(16_000, 40, 10)]
    [InlineData(16_000, 40, 20)]
    [InlineData(16_000, 40, 40)]
    [InlineData(16_000, 40, 80)]
    [InlineData(16_000, 40, 1_000)]
    [InlineData(48_000, 20, 20)]
    [InlineData(8_000, 20, 100)]
    public void Apply_Sine_IsAttenuatedAsAButterworthFilterDoes(int rate, double cutoff, double frequency)
    {
        float[] sine = [.. Enumerable.Range(0, 4 * rate).Select(i => (float)Math.Sin(2 * Math.PI * frequency * i / rate))];

        float[] filtered = HighPassFilter.Apply(sine, rate, cutoff);

        // The bilinear transform warps frequencies: the ratio of analog frequencies is the ratio of the tangents.
        double ratio = Math.Tan(Math.PI * cutoff / rate) / Math.Tan(Math.PI * frequency / rate);
        double expected = 1 / Math.Sqrt(1 + Math.Pow(ratio, 8));
        double actual = Math.Sqrt(2 * filtered.Skip(2 * rate).Average(s => (double)s * s));
        Assert.Equal(expected, actual, 1e-4 + (0.001 * expected));
    }

    [Theory]
    [InlineData(0.05f)]
    [InlineData(-0.5f)]
    public void Apply_ConstantOffset_IsNothing(float offset) =>
        Assert.All(HighPassFilter.Apply(Enumerable.Repeat(offset, 20_000).ToArray(), 16_000, 20), s => Assert.Equal(0, s, 1e-6f));

    [Fact]
    public void Apply_OffsetThatComesLate_IsGoneAfterATenthOfASecond()
    {
        float[] step = [.. Enumerable.Range(0, 32_000).Select(i => i < 16_000 ? 0f : 0.2f)];

        Assert.All(HighPassFilter.Apply(step, 16_000, 20).Skip(16_000 + 3_200), s => Assert.Equal(0, s, 1e-4f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(40_000)]
    public void Push_InPieces_EqualsTheWhole(int count)
    {
        Random random = new(2);
        float[] samples = [.. Enumerable.Range(0, count).Select(i => i is > 10_000 and < 12_000 ? 0 : random.NextSingle() - 0.3f)];
        HighPassFilter filter = new(16_000, 40);
        List<float> pieces = [];
        for (int start = 0; start < count;)
        {
            int length = Math.Min(random.Next(0, 3_000), count - start);
            pieces.AddRange(filter.Push(samples.AsSpan(start, length)));
            start += length;
        }

        pieces.AddRange(filter.Complete());

        Assert.Equal(HighPassFilter.Apply(samples, 16_000, 40), pieces);
        Assert.Throws<InvalidOperationException>(() => filter.Push([]));
        Assert.Throws<InvalidOperationException>(() => filter.Complete());
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(768_001, 20)]
    [InlineData(16_000, 0.9)]
    [InlineData(16_000, 4_001)]
    [InlineData(16_000, double.NaN)]
    public void Constructor_OutOfRange_Throws(int rate, double cutoff) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HighPassFilter(rate, cutoff));
}
