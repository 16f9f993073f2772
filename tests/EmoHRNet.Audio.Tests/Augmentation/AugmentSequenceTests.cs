using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class AugmentSequenceTests
{
    [Fact]
    public void Apply_Steps_RunInOrder()
    {
        var spectrogram = new Spectrogram(1, 1, 1, [3]);
        new AugmentSequence(new Change(v => v + 1), new Change(v => v * 10)).Apply(spectrogram, new RandomSource(0));
        Assert.Equal(40, spectrogram[0, 0, 0]);
    }

    [Fact]
    public void Apply_WaveformSteps_RunInOrder()
    {
        float[] result = new WaveformAugmentSequence(new Change(v => v + 1), new Change(v => v * 10)).Apply([3], 16_000, new RandomSource(0));
        Assert.Equal([40f], result);
    }

    [Fact]
    public void Apply_NoWaveformSteps_CopiesTheSamples()
    {
        float[] samples = [1, 2];
        float[] result = new WaveformAugmentSequence().Apply(samples, 16_000, new RandomSource(0));
        Assert.Equal(samples, result);
        Assert.NotSame(samples, result);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public void WithProbability_ManyDraws_HappensThatOften(double probability)
    {
        ISpecAugment augment = new Change(_ => 1).WithProbabilityOfSpec(probability);
        int happened = 0;
        for (int i = 0; i < 10_000; i++)
        {
            var spectrogram = new Spectrogram(1, 1, 1);
            augment.Apply(spectrogram, RandomSource.For(3, 0, i));
            happened += (int)spectrogram[0, 0, 0];
        }

        double deviation = Math.Sqrt(10_000 * probability * (1 - probability));
        Assert.InRange(happened, (10_000 * probability) - (3 * deviation), (10_000 * probability) + (3 * deviation));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void WithProbability_OutOfRange_IsRefused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpecAugment().WithProbability(probability));

    [Fact]
    public void Constructor_NullStep_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new AugmentSequence(new SpecAugment(), null!));
        Assert.Throws<ArgumentException>(() => new WaveformAugmentSequence([null!]));
    }

    private sealed class Change(Func<float, float> change) : ISpecAugment, IWaveformAugment
    {
        public void Apply(Spectrogram spectrogram, Random random) => spectrogram[0, 0, 0] = change(spectrogram[0, 0, 0]);

        public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random) => [change(samples[0])];

        public ISpecAugment WithProbabilityOfSpec(double probability) => ((ISpecAugment)this).WithProbability(probability);
    }
}
