using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Tests.Features.Articulation;

public sealed class ArticulationTrackerTests
{
    private const int Rate = 16_000;
    private const int Hop = 160;

    [Theory]
    [InlineData("a", 100)]
    [InlineData("i", 100)]
    [InlineData("u", 100)]
    [InlineData("schwa", 100)]
    [InlineData("a", 130)]
    [InlineData("schwa", 130)]
    public void Track_SyntheticVowel_HasItsFormants(string name, double pitch)
    {
        (double Frequency, double Bandwidth)[] expected = Vowel.Named(name);
        ArticulationFrame[] frames = Track(Vowel.Cascade(expected, pitch, 1), new() { MaxFormant = 5_000 });
        for (int i = 0; i < 4; i++)
        {
            double found = Median(frames.Select(f => Formants(f)[i].Frequency));
            Assert.True(Math.Abs(found - expected[i].Frequency) < Math.Max(0.04 * expected[i].Frequency, 25), $"F{i + 1} is {found}, expected {expected[i]}");
        }
    }

    // Noise excites all frequencies equally: no harmonics bias the resonances, so their bandwidths can be measured.
    [Theory]
    [InlineData("a")]
    [InlineData("i")]
    [InlineData("schwa")]
    public void Track_WhisperedVowel_HasItsFormantsAndBandwidths(string name)
    {
        (double Frequency, double Bandwidth)[] expected = Vowel.Named(name);
        double[] noise = [.. TestSignal.Noise(10 * Rate).Select(s => (double)s)];
        ArticulationFrame[] frames = Track(Vowel.Filter(expected, noise), new() { MaxFormant = 5_000 });
        for (int i = 0; i < 4; i++)
        {
            double frequency = Median(frames.Select(f => Formants(f)[i].Frequency));
            double bandwidth = Median(frames.Select(f => Formants(f)[i].Bandwidth));
            Assert.True(Math.Abs(frequency - expected[i].Frequency) < Math.Max(0.02 * expected[i].Frequency, 25), $"F{i + 1} is {frequency}, expected {expected[i]}");
            Assert.True(bandwidth > 0.5 * expected[i].Bandwidth && bandwidth < 2 * expected[i].Bandwidth, $"B{i + 1} is {bandwidth}, expected {expected[i]}");
        }
    }

    [Theory]
    [InlineData(440)]
    [InlineData(1_000)]
    [InlineData(3_333)]
    public void Track_Tone_HasItsFrequencyAsCentroidAndRollOffAndIsNotFlat(double frequency)
    {
        foreach (ArticulationFrame frame in Track(TestSignal.Tone(frequency, 1)))
        {
            Assert.Equal(frequency, frame.Spectrum.Centroid, 3.0);
            Assert.Equal(frequency, frame.Spectrum.RollOff, 2.0 * Rate / 1024);
            Assert.InRange(frame.Spectrum.Flatness, 0, 0.001);
            Assert.InRange(frame.Spectrum.Flux, 0, 0.01);
        }
    }

    [Fact]
    public void Track_WhiteNoise_HasTheShapeThatTheoryGives()
    {
        ArticulationFrame[] frames = Track(TestSignal.Noise(20 * Rate));
        Assert.Equal(4_000, frames.Average(f => f.Spectrum.Centroid), 60.0);
        Assert.Equal(0.85 * 8_000, frames.Average(f => f.Spectrum.RollOff), 60.0);
        Assert.Equal(0, frames.Average(f => f.Spectrum.Slope), 0.05);

        // A bin of noise is exponentially distributed: the mean of its logarithm lies Euler's constant below the logarithm of its mean.
        Assert.Equal(Math.Exp(-0.5772156649), frames.Average(f => f.Spectrum.Flatness), 0.01);
    }

    // Magnitudes of independent noise are Rayleigh distributed: E|a||b| / E|a|² is π/4.
    [Fact]
    public void Track_NoiseWithoutOverlap_HasTheFluxOfIndependentSpectra()
    {
        ArticulationFrame[] frames = [.. new ArticulationTracker(Rate, 640).Track(TestSignal.Noise(20 * Rate)).Skip(1).SkipLast(2)];
        Assert.Equal(Math.Sqrt(2 - (Math.PI / 2)), frames.Average(f => f.Spectrum.Flux), 0.01);
    }

    [Fact]
    public void Track_TonesThatShareNothing_HaveAFluxOfRootTwo()
    {
        float[] samples = [.. TestSignal.Tone(500, 1.05), .. TestSignal.Tone(4_000, 1)];
        ArticulationFrame[] frames = new ArticulationTracker(Rate, 1_600).Track(samples);
        Assert.Equal(Math.Sqrt(2), frames[11].Spectrum.Flux, 0.001);
        Assert.InRange(frames[5].Spectrum.Flux, 0, 0.01);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(-3)]
    [InlineData(6)]
    public void Track_TonesWhoseLevelFalls_HaveThatSlope(double decibelsPerKilohertz)
    {
        Random random = new(3);
        double[] samples = new double[2 * Rate];
        for (double frequency = 12.5; frequency < 8_000; frequency += 12.5)
        {
            double phase = random.NextDouble() * 2 * Math.PI;
            double amplitude = Math.Pow(10, decibelsPerKilohertz * (frequency / 1_000) / 20);
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i] += amplitude * Math.Cos((2 * Math.PI * frequency * i / Rate) + phase);
            }
        }

        double peak = samples.Max(Math.Abs);
        ArticulationFrame[] frames = Track([.. samples.Select(s => (float)(s / peak))]);
        Assert.Equal(decibelsPerKilohertz, frames.Average(f => f.Spectrum.Slope), 0.25);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    public void Track_HarmonicsInNoise_HaveTheirRatio(double decibels)
    {
        float[] harmonics = TestSignal.Harmonics(_ => 151.7, 4, [0.2f, 0.15f, 0.1f, 0.1f, 0.05f, 0.05f]);
        float[] noise = TestSignal.Noise(harmonics.Length);
        double gain = Math.Sqrt(Power(harmonics) / Power(noise) / Math.Pow(10, decibels / 10));
        ArticulationFrame[] frames = Track([.. harmonics.Zip(noise, (h, n) => (float)(h + (gain * n)))]);
        Assert.True(frames.Count(f => f.IsVoiced) > frames.Length / 2, "The tone is not heard as voiced.");

        // The share of harmonics is averaged, because the mean of its logarithm would be below the logarithm of its mean.
        double share = frames.Where(f => f.IsVoiced).Average(f => 1 / (1 + Math.Pow(10, -f.Voice.HarmonicsToNoise / 10)));
        Assert.Equal(decibels, 10 * Math.Log10(share / (1 - share)), 1.0);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0.01, 100)]
    [InlineData(0.02, 140)]
    [InlineData(0.04, 220)]
    public void Track_AlternatingPeriods_HaveThatJitter(double jitter, double pitch)
    {
        // T (1 + j/2) and T (1 − j/2) alternate: neighbors differ by j T.
        float[] samples = Vowel.Pulses(i => (1 + (i % 2 == 0 ? jitter / 2 : -jitter / 2)) / pitch, _ => 1, 2);
        ArticulationFrame[] voiced = [.. Track(samples).Where(f => f.IsVoiced)];
        Assert.Equal(jitter, voiced.Average(f => f.Voice.Jitter), 0.002 + (0.1 * jitter));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0.5, 100)]
    [InlineData(1, 140)]
    [InlineData(2, 100)]
    public void Track_AlternatingAmplitudes_HaveThatShimmer(double decibels, double pitch)
    {
        double factor = Math.Pow(10, decibels / 20);
        float[] samples = Vowel.Pulses(_ => 1 / pitch, i => i % 2 == 0 ? factor : 1, 2);
        ArticulationFrame[] voiced = [.. Track(samples).Where(f => f.IsVoiced)];
        Assert.Equal(decibels, voiced.Average(f => f.Voice.Shimmer), 0.1 + (0.1 * decibels));
    }

    [Fact]
    public void Track_Silence_IsZero() => Assert.All(Track(new float[Rate]), frame => Assert.Equal(default, frame));

    [Theory]
    [InlineData(0.001f)]
    [InlineData(2f)]
    public void Track_AnotherLevel_ChangesNothing(float gain)
    {
        float[] samples = [.. Vowel.Cascade(Vowel.A, 120, 1).Zip(TestSignal.Noise(Rate, amplitude: 0.01f), (v, n) => v + n)];
        ArticulationFrame[] expected = Track(samples);
        ArticulationFrame[] actual = Track([.. samples.Select(s => s * gain)]);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].F1.Frequency, actual[i].F1.Frequency, 0.5);
            Assert.Equal(expected[i].Spectrum.Slope, actual[i].Spectrum.Slope, 1e-2);
            Assert.Equal(expected[i].Spectrum.Flux, actual[i].Spectrum.Flux, 1e-3);
            Assert.Equal(expected[i].Voice.HarmonicsToNoise, actual[i].Voice.HarmonicsToNoise, 1e-2);
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(8_000)]
    [InlineData(48_000)]
    public void Track_OtherRates_GiveFiniteValues(int rate)
    {
        float[] samples = TestSignal.Harmonics(_ => 110, 0.5, [0.3f, 0.2f], rate);
        ArticulationFrame[] frames = new ArticulationTracker(rate, rate / 100, new() { MaxPitch = 250 }).Track(samples);
        Assert.All(frames, f => Assert.True(float.IsFinite(f.F1.Frequency) && float.IsFinite(f.Spectrum.Slope) && float.IsFinite(f.Voice.Jitter), $"{f}"));
        Assert.Single(new ArticulationTracker(rate, rate, new() { MaxPitch = 250 }).Track([0.5f]));
    }

    [Fact]
    public void Constructor_OutOfRange_NamesEveryProblem()
    {
        InvalidOptionsException error = Assert.Throws<InvalidOptionsException>(() => new ArticulationTracker(
            Rate, Hop, new ArticulationOptions { Formants = false, Spectrum = false, Voice = false, MaxFormant = 100, MinPitch = 700 }));
        Assert.Equal(["Formants", "MaxFormant", "MinPitch"], error.Problems.Select(p => p.Name));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArticulationTracker(0, Hop));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArticulationTracker(Rate, 0));
        Assert.Throws<ArgumentException>(() => new ArticulationTracker(Rate, Hop).Track([]));
    }

    /// <summary>The frames without the ones at the ends, which include the silence around the signal.</summary>
    private static ArticulationFrame[] Track(float[] samples, ArticulationOptions? options = null) =>
        new ArticulationTracker(Rate, Hop, options).Track(samples)[5..^5];

    private static Formant[] Formants(ArticulationFrame frame) => [frame.F1, frame.F2, frame.F3, frame.F4];

    private static double Power(float[] samples) => samples.Average(s => (double)s * s);

    private static double Median(IEnumerable<float> values)
    {
        float[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
