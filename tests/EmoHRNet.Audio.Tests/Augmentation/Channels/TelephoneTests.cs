using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class TelephoneTests
{
    private const int Rate = 16_000;

    [Theory]
    [InlineData(Companding.MuLaw)]
    [InlineData(Companding.ALaw)]
    public void Apply_VoiceBand_PassesWithTheNoiseOfEightBits(Companding coding)
    {
        float[] samples = Signals.Sine(Rate, Rate, 1000, 0.2f);

        float[] heard = Line(coding, 0).Apply(samples, Rate, new RandomSource(1));

        // ITU-T G.712: the ratio to quantizing distortion of a tone is about 38 dB, for both laws.
        double noise = Signals.Energy(samples.Zip(heard, (a, b) => a - b).Skip(2000).Take(12_000));
        double ratio = 10 * Math.Log10(Signals.Energy(samples[2000..14_000]) / noise);
        Assert.InRange(ratio, 33, 43);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(4500)]
    [InlineData(7000)]
    public void Apply_OutsideTheBand_IsGone(double frequency)
    {
        float[] voice = Signals.Sine(Rate, Rate, 1000, 0.2f);
        float[] both = [.. voice.Zip(Signals.Sine(Rate, Rate, frequency, 0.2f), (a, b) => a + b)];

        float[] heard = Line(Companding.ALaw, 0).Apply(both, Rate, new RandomSource(1));

        double rest = Signals.Energy(voice.Zip(heard, (a, b) => a - b).Skip(2000).Take(12_000));
        Assert.True(rest < 0.01 * Signals.Energy(voice[2000..14_000]));
    }

    [Fact]
    public void Apply_QuietSpeech_KeepsItsLevelAndLength()
    {
        float[] samples = Signals.Sine(12_345, Rate, 800, 0.001f);
        float[] heard = new Telephone().Apply(samples, Rate, new RandomSource(3));
        Assert.Equal(samples.Length, heard.Length);
        Assert.Equal(SpeechLevel.Measure(samples, Rate), SpeechLevel.Measure(heard, Rate), 0.5);
    }

    [Fact]
    public void Apply_NoSamplesOrSilence_StaysSo()
    {
        Assert.Empty(new Telephone().Apply([], Rate, new RandomSource(1)));
        Assert.All(new Telephone().Apply(new float[5000], Rate, new RandomSource(1)), value => Assert.Equal(0, value, 1e-3f));
    }

    [Fact]
    public void Validate_Nonsense_NamesEveryProblem()
    {
        EmoHRNet.Audio.Options.InvalidOptionsException thrown = Assert.Throws<EmoHRNet.Audio.Options.InvalidOptionsException>(
            () => new Telephone(new TelephoneOptions { Codings = [], MaximumPacketLoss = 2 }));
        Assert.Equal(2, thrown.Problems.Count);
    }

    private static Telephone Line(Companding coding, double loss) => new(new TelephoneOptions { Codings = [coding], MaximumPacketLoss = loss });
}
