using EmoHRNet.Audio.VoiceRate;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.VoiceRate;

public sealed class LogCepstrumTests
{
    private const int Rate = 16_000;
    private const int Length = 16_384; // long enough that each tone stays in its band

    /// <summary>Levels that follow one cosine over the bands give half its amplitude in that coefficient and zero in the others.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_LevelsThatFollowOneCosine_FindsIt(int order)
    {
        double[] cepstrum = Assert.Single(new LogCepstrum(Rate, Length).Of(Tones(band => 8 * Math.Cos(Math.PI * order * (band + 0.5) / 18)), [0]));
        Assert.Equal(LogCepstrum.Count, cepstrum.Length);
        for (int k = 1; k <= cepstrum.Length; k++)
        {
            Assert.Equal(k == order ? 4 : 0, cepstrum[k - 1], 0.2);
        }
    }

    /// <summary>The same samples at a rate a third of an octave higher: every level moves up by one band.</summary>
    [Fact]
    public void Of_AnotherRate_ShiftsTheBands()
    {
        static double Level(int band) => band is > 3 and < 14 ? 10 * Math.Sin(band) : double.NegativeInfinity;
        double[] there = new LogCepstrum((int)(Rate * Math.Pow(10, 0.1)), Length).Of(Tones(Level), [0])[0];
        double[] here = new LogCepstrum(Rate, Length).Of(Tones(band => Level(band - 1)), [0])[0];
        Assert.All(Enumerable.Range(0, LogCepstrum.Count), k => Assert.Equal(here[k], there[k], 0.3));
    }

    [Fact]
    public void Of_ManyFramesAndOtherGain_EachIsAsAlone()
    {
        float[] speech = SyntheticVoice.Speech(2);
        float[] quiet = [.. speech.Select(sample => sample / 100)];
        int[] starts = [.. Enumerable.Range(0, 37).Select(i => 700 * i)];
        double[][] together = new LogCepstrum(Rate, 1_024).Of(speech, starts);
        Assert.Equal(starts.Length, together.Length);
        for (int i = 0; i < starts.Length; i++)
        {
            double[] alone = new LogCepstrum(Rate, 1_024).Of(quiet, [starts[i]])[0];
            Assert.All(Enumerable.Range(0, LogCepstrum.Count), k => Assert.Equal(alone[k], together[i][k], 1e-3));
        }
    }

    [Fact]
    public void Of_Silence_IsFlat() => Assert.All(new LogCepstrum(Rate, 1_024).Of(new float[1_024], [0])[0], value => Assert.Equal(0, value, 1e-9));

    /// <summary>A tone in the middle of each band from 125 Hz to 6.3 kHz.</summary>
    private static float[] Tones(Func<int, double> decibels)
    {
        float[] samples = new float[Length];
        for (int band = 0; band < 18; band++)
        {
            double frequency = Math.Pow(10, 2.1 + (band / 10d));
            double amplitude = 0.02 * Math.Pow(10, decibels(band) / 20);
            for (int i = 0; i < Length; i++)
            {
                samples[i] += (float)(amplitude * Math.Sin((2 * Math.PI * frequency * i / Rate) + band));
            }
        }

        return samples;
    }
}
