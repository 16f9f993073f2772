using EmoHRNet.Audio.Tests.Features;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Tests.Transforms;

public sealed class WindowFunctionTests
{
    [Theory]
    [InlineData("htk64")]
    [InlineData("slaney128")]
    [InlineData("magnitude40")]
    public void Create_Hann_EqualsTorch(string name)
    {
        MelGolden golden = MelGolden.Open(name);
        float[] expected = golden.File.Values("window");
        float[] actual = WindowFunction.Create(WindowShape.Hann, expected.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Theory]
    [InlineData(WindowShape.Hann, 0)]
    [InlineData(WindowShape.Hamming, 0.08)]
    [InlineData(WindowShape.Blackman, 0)]
    [InlineData(WindowShape.BlackmanHarris, 0.00006)]
    [InlineData(WindowShape.Rectangular, 1)]
    public void Create_Symmetric_HasTheTextbookEndsMiddleAndMirror(WindowShape shape, double end)
    {
        float[] window = WindowFunction.Create(shape, 65, periodic: false);
        Assert.Equal(end, window[0], 1e-6);
        Assert.Equal(1, window[32], 1e-6);
        Assert.All(Enumerable.Range(0, 65), i => Assert.Equal(window[i], window[64 - i], 1e-6f));
    }

    [Theory]
    [InlineData(WindowShape.Hann)]
    [InlineData(WindowShape.Hamming)]
    [InlineData(WindowShape.Blackman)]
    [InlineData(WindowShape.BlackmanHarris)]
    public void Create_Periodic_IsTheSymmetricWindowOfOneMoreWithoutItsLastValue(WindowShape shape)
    {
        float[] symmetric = WindowFunction.Create(shape, 101, periodic: false);
        Assert.Equal(symmetric[..100], WindowFunction.Create(shape, 100));
    }

    [Theory]
    [InlineData(WindowShape.Hann, true)]
    [InlineData(WindowShape.Blackman, false)]
    public void Create_OneValue_IsOne(WindowShape shape, bool periodic) =>
        Assert.Equal([1f], WindowFunction.Create(shape, 1, periodic));

    [Fact]
    public void Create_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowFunction.Create(WindowShape.Hann, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowFunction.Create((WindowShape)99, 8));
    }
}
