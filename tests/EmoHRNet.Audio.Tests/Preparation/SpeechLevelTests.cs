using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

public class SpeechLevelTests
{
    private const int Rate = 16_000;

    [Fact]
    public void Measure_Sine_IsThreeDecibelsBelowItsPeak() =>
        Assert.Equal(-9.03, SpeechLevel.Measure([.. Sine(2 * Rate).Select(s => s / 2)], Rate), 0.1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Measure_NoSound_IsNegativeInfinity(int count) =>
        Assert.Equal(double.NegativeInfinity, SpeechLevel.Measure(new float[count], Rate));

    [Fact]
    public void Measure_SilenceAroundASentence_DoesNotCount()
    {
        foreach (Waveform clip in SpeechClips.Load(12))
        {
            float[] speech = clip.TrimSilence().Channel(0).ToArray();
            float[] padded = [.. new float[5 * clip.SampleRate], .. speech, .. new float[5 * clip.SampleRate]];

            Assert.Equal(SpeechLevel.Measure(speech, clip.SampleRate), SpeechLevel.Measure(padded, clip.SampleRate), 0.5);
        }
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-7.5)]
    [InlineData(20)]
    public void Measure_Gain_ChangesTheLevelByThatGain(double decibels)
    {
        float gain = (float)Math.Pow(10, decibels / 20);
        foreach (Waveform clip in SpeechClips.Load(12))
        {
            float[] samples = clip.Channel(0).ToArray();
            double level = SpeechLevel.Measure(samples, clip.SampleRate);

            Assert.Equal(level + decibels, SpeechLevel.Measure(Array.ConvertAll(samples, s => s * gain), clip.SampleRate), 0.001);
        }
    }

    [Fact]
    public void Measure_NoRate_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SpeechLevel.Measure([1f], 0));

    private static IEnumerable<float> Sine(int count) => Enumerable.Range(0, count).Select(i => (float)Math.Sin(i * 0.3));
}
