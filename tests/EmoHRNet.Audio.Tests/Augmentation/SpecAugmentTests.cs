using System.Text.Json;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class SpecAugmentTests
{
    private const int Runs = 20_000;

    [Fact]
    public void Apply_FrequencyMask_WidthIsUniformFromZeroToF()
    {
        var counts = new int[6];
        ForEachMask(new() { FrequencyMaskCount = 1, MaximumFrequencyMask = 5, TimeMaskCount = 0 }, 12, 10, (_, width, _, _) => counts[width]++);
        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Apply_FrequencyMask_StartIsUniformOverEveryPlaceThatFits()
    {
        var counts = new int[10];
        ForEachMask(
            new() { FrequencyMaskCount = 1, MaximumFrequencyMask = 5, TimeMaskCount = 0 },
            12,
            10,
            (start, width, _, _) => Count(counts, start, width == 3));
        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Apply_TimeMask_WidthAndStartAreUniform()
    {
        var widths = new int[9];
        var starts = new int[31];
        ForEachMask(
            new() { FrequencyMaskCount = 0, TimeMaskCount = 1, MaximumTimeMask = 8 },
            4,
            32,
            (_, _, start, width) =>
            {
                widths[width]++;
                Count(starts, start, width == 2);
            });
        ChiSquareTest.AssertUniform(widths);
        ChiSquareTest.AssertUniform(starts);
    }

    [Theory]
    [InlineData(10, 0.5, 5)]
    [InlineData(10, 0.0, 0)]
    [InlineData(3, 1.0, 3)]
    public void Apply_ShortUtterance_TimeMaskStaysWithinItsFraction(int frames, double fraction, int widest)
    {
        int maximum = 0;
        ForEachMask(
            new() { FrequencyMaskCount = 0, TimeMaskCount = 1, MaximumTimeMask = 100, MaximumTimeMaskFraction = fraction },
            2,
            frames,
            (_, _, _, width) => maximum = Math.Max(maximum, width));
        Assert.Equal(widest, maximum);
    }

    [Fact]
    public void Apply_SeveralMasks_MaskedCellsAreTheUnionOfWholeBandsAndFrames()
    {
        var augment = new SpecAugment(new() { FrequencyMaskCount = 3, TimeMaskCount = 3, FillValue = -7 });
        Spectrogram spectrogram = Ones(2, 40, 100);
        augment.Apply(spectrogram, new RandomSource(3));
        bool[] bands = [.. Enumerable.Range(0, 40).Select(b => !spectrogram.Band(0, b).Contains(1f))];
        bool[] frames = [.. Enumerable.Range(0, 100).Select(f => Enumerable.Range(0, 40).All(b => spectrogram[0, b, f] == -7))];
        for (int band = 0; band < 40; band++)
        {
            for (int frame = 0; frame < 100; frame++)
            {
                float expected = bands[band] || frames[frame] ? -7 : 1;
                Assert.Equal(expected, spectrogram[0, band, frame]);
                Assert.Equal(expected, spectrogram[1, band, frame]);
            }
        }

        Assert.Contains(true, bands);
        Assert.Contains(true, frames);
    }

    [Theory]
    [InlineData(MaskFill.Mean, 2.5f, 20f)]
    [InlineData(MaskFill.Minimum, 1f, 10f)]
    public void Apply_Fill_ComesFromEachChannelBeforeMasking(MaskFill fill, float first, float second)
    {
        var spectrogram = new Spectrogram(2, 2, 2, [1, 2, 3, 4, 10, 10, 10, 50]);
        var everything = new SpecAugmentOptions
        {
            FrequencyMaskCount = 50,
            MaximumFrequencyMask = 2,
            TimeMaskCount = 0,
            Fill = fill,
        };
        new SpecAugment(everything).Apply(spectrogram, new RandomSource(1));
        Assert.Equal([first, first, first, first, second, second, second, second], spectrogram.Values.ToArray());
    }

    [Fact]
    public void Apply_ManyThreads_EqualsOneThread()
    {
        var augment = new AugmentSequence(new TimeShift(), new SpecAugment().WithProbability(0.7));
        float[][] Run(int threads)
        {
            var results = new float[200][];
            Parallel.For(0, results.Length, new() { MaxDegreeOfParallelism = threads }, i =>
            {
                Spectrogram spectrogram = Ramp(64, 50);
                augment.Apply(spectrogram, RandomSource.For(11, 4, i));
                results[i] = spectrogram.Values.ToArray();
            });
            return results;
        }

        float[][] one = Run(1);
        Assert.Equal(one, Run(4));
        Assert.True(one.Select(r => r.Sum()).Distinct().Count() > 150);
    }

    [Fact]
    public void Apply_NoFrames_DoesNothing() => new SpecAugment().Apply(new Spectrogram(1, 8, 0), new RandomSource(1));

    [Fact]
    public void Constructor_InvalidOptions_NamesEveryProblem()
    {
        var options = new SpecAugmentOptions
        {
            FrequencyMaskCount = -1,
            MaximumTimeMask = -2,
            MaximumTimeMaskFraction = double.NaN,
            Fill = (MaskFill)9,
            FillValue = float.NaN,
        };
        var exception = Assert.Throws<InvalidOptionsException>(() => new SpecAugment(options));
        Assert.Equal(
            ["FrequencyMaskCount", "MaximumTimeMask", "MaximumTimeMaskFraction", "Fill", "FillValue"],
            exception.Problems.Select(p => p.Name));
    }

    [Fact]
    public void Options_Json_RoundTrips()
    {
        var options = new SpecAugmentOptions { MaximumFrequencyMask = 13, Fill = MaskFill.Minimum, FillValue = -1.5f };
        string json = JsonSerializer.Serialize(options, JsonSerializerOptions.Web);
        Assert.Contains("\"fill\":\"Minimum\"", json, StringComparison.Ordinal);
        Assert.Equal(options, JsonSerializer.Deserialize<SpecAugmentOptions>(json, JsonSerializerOptions.Web));
    }

    private static void Count(int[] counts, int index, bool when)
    {
        if (when)
        {
            counts[index]++;
        }
    }

    private static void ForEachMask(SpecAugmentOptions options, int bands, int frames, Action<int, int, int, int> see)
    {
        var augment = new SpecAugment(options);
        for (int i = 0; i < Runs; i++)
        {
            Spectrogram spectrogram = Ones(1, bands, frames);
            augment.Apply(spectrogram, RandomSource.For(2024, 1, i));
            int[] maskedBands = [.. Enumerable.Range(0, bands).Where(b => !spectrogram.Band(0, b).Contains(1f))];
            int[] maskedFrames = [.. Enumerable.Range(0, frames).Where(f => Enumerable.Range(0, bands).All(b => spectrogram[0, b, f] == 0))];
            see(maskedBands.FirstOrDefault(), maskedBands.Length, maskedFrames.FirstOrDefault(), maskedFrames.Length);
        }
    }

    private static Spectrogram Ones(int channels, int bands, int frames)
    {
        var spectrogram = new Spectrogram(channels, bands, frames);
        spectrogram.Values.Fill(1);
        return spectrogram;
    }

    private static Spectrogram Ramp(int bands, int frames) =>
        new(1, bands, frames, [.. Enumerable.Range(1, bands * frames).Select(i => (float)i)]);

    [Fact]
    public void Apply_UtteranceInALongerWindow_HidesAtMostItsPartOfTheUtterance()
    {
        SpecAugmentOptions options = new() { FrequencyMaskCount = 0, TimeMaskCount = 1, MaximumTimeMask = 100, MaximumTimeMaskFraction = 0.5 };
        int widest = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            Spectrogram window = new(1, 1, 100, [.. Enumerable.Repeat(1f, 100)]);
            new AugmentSequence(new SpecAugment(options)).Apply(window, 20, new Random(seed));
            widest = Math.Max(widest, window.Values.ToArray().Count(value => value == 0));
        }

        Assert.Equal(10, widest);
    }
}
