using System.Text.Json;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

public class AudioPreparationTests
{
    private static readonly AudioPreparation Default = new(new PreparationOptions());

    private static readonly PreparationOptions Everything = new()
    {
        Mix = ChannelMix.Right,
        HighPassHertz = 30,
        SampleRate = 8_000,
        Quality = ResamplingQuality.Best,
        Trim = new SilenceTrimOptions { ThresholdDecibels = -35, MarginSeconds = 0.1 },
        Gain = GainNormalization.Rms,
        GainTargetDecibels = -25,
        PreEmphasis = 0.97,
    };

    [Fact]
    public void Prepare_EveryStep_RunsInTheDocumentedOrder()
    {
        Random random = new(1);
        Waveform waveform = new(44_100, new float[60_000], [.. Enumerable.Range(0, 60_000).Select(i => i > 20_000 ? random.NextSingle() - 0.5f : 0)]);

        float[] prepared = new AudioPreparation(Everything).Prepare(waveform);

        Waveform filtered = new(44_100, HighPassFilter.Apply(waveform.Channel(1), 44_100, 30));
        Waveform steps = filtered.Resample(8_000, ResamplingQuality.Best).TrimSilence(Everything.Trim)
            .NormalizeGain(GainNormalization.Rms, -25).PreEmphasize(0.97);
        Assert.Equal(steps.Channel(0), prepared);
        Assert.InRange(prepared.Length, 7_000, 8_500);
    }

    [Fact]
    public void Prepare_DefaultsAtTheirRate_KeepSamples() =>
        Assert.Equal([0.5f, -0.25f], Default.Prepare([0.5f, -0.25f], 16_000));

    [Theory]
    [InlineData(0, 16_000, 0)]
    [InlineData(0, 48_000, 0)]
    [InlineData(1, 16_000, 1)]
    [InlineData(1, 48_000, 1)]
    [InlineData(1, 8_000, 2)]
    [InlineData(2_400, 48_000, 800)]
    [InlineData(400, 8_000, 800)]
    [InlineData(600 * 16_000, 16_000, 600 * 16_000)]
    public void Prepare_SilenceOfAnyLength_IsSilenceOfThatLength(int count, int rate, int expected)
    {
        PreparationOptions options = new() { Trim = new SilenceTrimOptions(), Gain = GainNormalization.Rms, PreEmphasis = 0.97 };

        float[] prepared = new AudioPreparation(options).Prepare(new float[count], rate);

        Assert.Equal(expected, prepared.Length);
        Assert.False(prepared.AsSpan().ContainsAnyExcept(0f));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Prepare_NotFinite_NamesTheSample(float value)
    {
        float[] samples = new float[100];
        samples[42] = value;

        Assert.Contains("Sample 42", Assert.Throws<ArgumentException>(() => Default.Prepare(samples, 16_000)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Default.Prepare(new Waveform(48_000, samples, new float[100])));
    }

    [Fact]
    public void Prepare_ClippedSquareWave_StaysFinite()
    {
        float[] square = [.. Enumerable.Range(0, 48_000).Select(i => i / 50 % 2 == 0 ? 1f : -1f)];

        float[] prepared = Default.Prepare(square, 48_000);

        Assert.All(prepared, s => Assert.InRange(s, -1.5f, 1.5f));
        Assert.Equal(1, Math.Sqrt(prepared.Average(s => (double)s * s)), 0.05);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-13)]
    [InlineData(20)]
    public void Prepare_SpeechAtAnyGain_GivesTheSameSamples(double decibels)
    {
        AudioPreparation preparation = new(PreparationOptions.Speech with { Trim = new SilenceTrimOptions() });
        float gain = (float)Math.Pow(10, decibels / 20);
        foreach (Waveform clip in SpeechClips.Load(12))
        {
            float[] expected = preparation.Prepare(clip);
            float[] changed = preparation.Prepare(Array.ConvertAll(clip.Channel(0).ToArray(), sample => sample * gain), clip.SampleRate);

            Assert.Equal(expected.Length, changed.Length);
            Assert.True(expected.Zip(changed).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5f));
            Assert.Equal(-20, SpeechLevel.Measure(changed, 16_000), 0.01);
        }
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(-0.05f)]
    public void Prepare_SpeechWithAnOffset_GivesTheSameSamples(float offset)
    {
        AudioPreparation preparation = new(PreparationOptions.Speech with { Trim = new SilenceTrimOptions() });
        foreach (Waveform clip in SpeechClips.Load(12))
        {
            float[] expected = preparation.Prepare(clip);
            float[] changed = preparation.Prepare(Array.ConvertAll(clip.Channel(0).ToArray(), sample => sample + offset), clip.SampleRate);

            Assert.Equal(expected.Length, changed.Length);
            Assert.True(expected.Zip(changed).All(pair => Math.Abs(pair.First - pair.Second) < 1e-4f));
        }
    }

    [Fact]
    public void RestoreLevel_AfterNoise_IsTheLevelOfTheSum()
    {
        AudioPreparation preparation = new(PreparationOptions.Speech);
        float[] tone = [.. Enumerable.Range(0, 32_000).Select(i => MathF.Sin(i * 0.1f))];
        float[] prepared = preparation.Prepare(tone, 16_000);
        Random random = new(5);
        float[] noisy = [.. prepared.Select(sample => sample + (0.1f * (random.NextSingle() - 0.5f)))];

        Assert.Equal(-20, SpeechLevel.Measure(preparation.RestoreLevel(noisy), 16_000), 0.01);
        Assert.Same(noisy, Default.RestoreLevel(noisy));
    }

    [Fact]
    public void Prepare_ManyRatesOnManyThreads_EqualOneByOne()
    {
        int[] rates = [.. Enumerable.Range(0, 20).Select(i => 8_000 + (i * 2000))];
        float[] samples = [.. Enumerable.Range(0, 2000).Select(i => MathF.Sin(i * 0.05f))];

        Parallel.ForEach(rates, rate => Assert.Equal(new Resampler(rate, 16_000).Resample(samples), Default.Prepare(samples, rate)));
    }

    [Fact]
    public void Validate_EverythingWrong_NamesEveryProblem()
    {
        PreparationOptions options = new()
        {
            Mix = (ChannelMix)9,
            HighPassHertz = 0.5,
            SampleRate = 0,
            Quality = (ResamplingQuality)9,
            Trim = new SilenceTrimOptions { ThresholdDecibels = 1, MarginSeconds = double.NaN },
            Gain = (GainNormalization)9,
            GainTargetDecibels = 1,
            PreEmphasis = 1,
        };

        InvalidOptionsException exception = Assert.Throws<InvalidOptionsException>(() => new AudioPreparation(options));

        Assert.Equal(
            ["Mix", "HighPassHertz", "SampleRate", "Quality", "Gain", "GainTargetDecibels", "PreEmphasis", "Trim.ThresholdDecibels", "Trim.MarginSeconds"],
            exception.Problems.Select(p => p.Name));
    }

    [Fact]
    public void Options_Json_RoundTrips()
    {
        string json = JsonSerializer.Serialize(Everything);

        Assert.Contains("\"Right\"", json, StringComparison.Ordinal);
        Assert.Equal(Everything, JsonSerializer.Deserialize<PreparationOptions>(json));
    }
}
