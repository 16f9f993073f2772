using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class TimeShiftTests
{
    [Theory]
    [InlineData(TimeShiftFill.Constant, 2, new float[] { 9, 9, 1, 2, 3 })]
    [InlineData(TimeShiftFill.Constant, -2, new float[] { 3, 4, 5, 9, 9 })]
    [InlineData(TimeShiftFill.Edge, 2, new float[] { 1, 1, 1, 2, 3 })]
    [InlineData(TimeShiftFill.Edge, -2, new float[] { 3, 4, 5, 5, 5 })]
    [InlineData(TimeShiftFill.Wrap, 2, new float[] { 4, 5, 1, 2, 3 })]
    [InlineData(TimeShiftFill.Wrap, -2, new float[] { 3, 4, 5, 1, 2 })]
    [InlineData(TimeShiftFill.Constant, 5, new float[] { 9, 9, 9, 9, 9 })]
    [InlineData(TimeShiftFill.Wrap, -5, new float[] { 1, 2, 3, 4, 5 })]
    public void Shift_EveryFill_MovesAndFills(TimeShiftFill fill, int shift, float[] expected)
    {
        float[] values = [1, 2, 3, 4, 5];
        TimeShifting.Shift(values, shift, fill, 9);
        Assert.Equal(expected, values);
    }

    [Fact]
    public void Apply_ManyDraws_ShiftIsUniformInBothDirections()
    {
        var augment = new TimeShift(new() { MaximumShift = 4, Fill = TimeShiftFill.Wrap });
        var counts = new int[9];
        for (int i = 0; i < 20_000; i++)
        {
            var spectrogram = new Spectrogram(1, 1, 11);
            spectrogram[0, 0, 5] = 1;
            augment.Apply(spectrogram, RandomSource.For(1, 2, i));
            counts[spectrogram.Values.IndexOf(1f) - 1]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Apply_ChannelsAndBands_MoveTogether()
    {
        var spectrogram = new Spectrogram(2, 3, 20, [.. Enumerable.Range(0, 120).Select(i => (float)(i % 20))]);
        new TimeShift(new() { MaximumShift = 10 }).Apply(spectrogram, new RandomSource(8));
        float[] first = spectrogram.Band(0, 0).ToArray();
        Assert.NotEqual(Enumerable.Range(0, 20).Select(i => (float)i), first);
        for (int i = 1; i < 6; i++)
        {
            Assert.Equal(first, spectrogram.Band(i / 3, i % 3).ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Apply_FewerFramesThanTheMaximum_Works(int frames)
    {
        for (int i = 0; i < 50; i++)
        {
            new TimeShift().Apply(new Spectrogram(1, 2, frames), new RandomSource(i));
        }
    }

    [Fact]
    public void Constructor_InvalidOptions_NamesEveryProblem()
    {
        var exception = Assert.Throws<InvalidOptionsException>(() =>
            new TimeShift(new() { MaximumShift = -1, Fill = (TimeShiftFill)5, FillValue = float.PositiveInfinity }));
        Assert.Equal(["MaximumShift", "Fill", "FillValue"], exception.Problems.Select(p => p.Name));
    }
}
