using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Audio.Tests.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class WaveformAugmentTests
{
    public static TheoryData<IWaveformAugment> Augments =>
    [
        new GainPerturbation(),
        new WaveformTimeShift(),
        new NoiseInjection(),
        new WaveformAugmentSequence(new GainPerturbation().WithProbability(0.5), new NoiseInjection().WithProbability(0.5)),
    ];

    [Theory]
    [MemberData(nameof(Augments))]
    public void Apply_ManyThreads_EqualsOneThread(IWaveformAugment augment)
    {
        float[] samples = Signals.Sine(2000, 16_000, 440, 0.5f);
        float[][] Run(int threads)
        {
            var results = new float[64][];
            Parallel.For(0, results.Length, new() { MaxDegreeOfParallelism = threads }, i =>
                results[i] = augment.Apply(samples, 16_000, RandomSource.For(5, 1, i)));
            return results;
        }

        float[][] one = Run(1);
        Assert.Equal(one, Run(4));
        Assert.True(one.Select(r => r.Sum(Math.Abs)).Distinct().Count() > 10);
    }

    [Theory]
    [MemberData(nameof(Augments))]
    public void Apply_Anything_LeavesTheSamplesAlone(IWaveformAugment augment)
    {
        float[] samples = Signals.Sine(2000, 16_000, 440, 0.5f);
        float[] before = [.. samples];
        float[] result = augment.Apply(samples, 16_000, new RandomSource(1));
        Assert.Equal(before, samples);
        Assert.NotSame(samples, result);
    }

    [Theory]
    [MemberData(nameof(Augments))]
    public void Apply_NoSamples_ReturnsNone(IWaveformAugment augment) => Assert.Empty(augment.Apply([], 16_000, new RandomSource(1)));

    [Fact]
    public void GainPerturbation_ManyDraws_IsUniformInDecibels()
    {
        var augment = new GainPerturbation(new() { MinimumDecibels = -10, MaximumDecibels = 5 });
        var counts = new int[15];
        for (int i = 0; i < 15_000; i++)
        {
            float gain = augment.Apply([1f], 16_000, RandomSource.For(1, 1, i))[0];
            counts[(int)((20 * Math.Log10(gain)) + 10)]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void WaveformTimeShift_ManyDraws_ShiftIsUniformOverSamplesInBothDirections()
    {
        var augment = new WaveformTimeShift(new() { MaximumSeconds = 0.005, Fill = TimeShiftFill.Wrap });
        var counts = new int[11];
        var samples = new float[21];
        samples[10] = 1;
        for (int i = 0; i < 20_000; i++)
        {
            counts[Array.IndexOf(augment.Apply(samples, 1000, RandomSource.For(1, 1, i)), 1f) - 5]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void Constructors_InvalidOptions_NameEveryProblem()
    {
        Assert.Equal(["MinimumDecibels"], Problems(() => new GainPerturbation(new() { MinimumDecibels = 3, MaximumDecibels = 1 })));
        Assert.Equal(["MinimumDecibels", "MaximumDecibels"], Problems(() =>
            new NoiseInjection(new() { MinimumDecibels = double.NaN, MaximumDecibels = 1000 })));
        Assert.Equal(["MaximumSeconds", "Fill"], Problems(() => new WaveformTimeShift(new() { MaximumSeconds = -1, Fill = (TimeShiftFill)4 })));
    }

    private static IEnumerable<string> Problems(Func<object> create) =>
        Assert.Throws<InvalidOptionsException>(create).Problems.Select(p => p.Name);
}
