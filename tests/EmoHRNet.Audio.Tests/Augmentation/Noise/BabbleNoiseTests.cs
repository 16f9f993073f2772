using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Noise;

public class BabbleNoiseTests
{
    private const int Rate = 16_000;

    // Sines replace voices, because their frequencies and shares can be measured.
    private static readonly double[] Frequencies = [250, 500, 1000, 2000];

    [Fact]
    public void Fill_TwoVoices_AreEquallyLoudHoweverLoudTheirClips()
    {
        float[][] clips = [.. Frequencies.Select((frequency, i) => Signals.Sine(20 * Rate, Rate, frequency, 0.01f * (1 + (10 * i))))];
        float[] noise = new float[4000];
        List<double[]> pairs = [];
        for (int seed = 0; seed < 40; seed++)
        {
            new BabbleNoise(Rate, clips, 2, 2).Fill(noise, Rate, new RandomSource(seed));
            double[] shares = [.. Frequencies.Select(frequency => Share(noise, frequency))];
            if (shares.Count(share => share > 0.1) == 2)
            {
                pairs.Add(shares);
            }
        }

        // One voice in eighty changes to the next clip within the noise.
        int equal = pairs.Count(shares => shares.Where(share => share > 0.1).All(share => share is > 0.45 and < 0.55));
        Assert.InRange(pairs.Count, 20, 40);
        Assert.InRange(equal, pairs.Count - 2, pairs.Count);
    }

    [Fact]
    public void Fill_ClipsShorterThanTheNoise_LeaveNoGap()
    {
        float[] noise = new float[Rate];
        new BabbleNoise(Rate, [[.. Enumerable.Repeat(0.5f, 100)]], 1, 1).Fill(noise, Rate, new RandomSource(1));
        Assert.All(noise, value => Assert.Equal(1, value, 1e-4f));
    }

    [Fact]
    public void Fill_OtherRate_Throws() =>
        Assert.Throws<ArgumentException>(() => new BabbleNoise(Rate, [[1f]]).Fill(new float[5], 8000, new RandomSource(1)));

    [Fact]
    public void Constructor_NoClips_Throws()
    {
        Assert.Throws<ArgumentException>(() => new BabbleNoise(Rate, []));
        Assert.Throws<ArgumentException>(() => new BabbleNoise(Rate, [[]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BabbleNoise(Rate, [[1f]], 3, 2));
    }

    // The share of the power at a frequency.
    private static double Share(float[] samples, double frequency)
    {
        double real = 0, imaginary = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double angle = 2 * Math.PI * frequency * i / Rate;
            (real, imaginary) = (real + (samples[i] * Math.Cos(angle)), imaginary + (samples[i] * Math.Sin(angle)));
        }

        return 2 * ((real * real) + (imaginary * imaginary)) / samples.Length / Signals.Energy(samples);
    }
}
