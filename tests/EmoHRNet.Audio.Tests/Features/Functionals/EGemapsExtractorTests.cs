using EmoHRNet.Audio.Features.Functionals;
using EmoHRNet.Audio.Tests.Features.Articulation;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Features.Functionals;

public sealed class EGemapsExtractorTests
{
    private const int Rate = 16_000;

    // The header of openSMILE's output, by part.
    [Fact]
    public void Names_All_AreThoseOfOpenSmile()
    {
        string[] full = ["amean", "stddevNorm", "percentile20.0", "percentile50.0", "percentile80.0", "pctlrange0-2",
            "meanRisingSlope", "stddevRisingSlope", "meanFallingSlope", "stddevFallingSlope"];
        Assert.Equal(88, EGemapsExtractor.Names.Count);
        Assert.Equal(full.Select(f => $"F0semitoneFrom27.5Hz_sma3nz_{f}"), EGemapsExtractor.Names.Take(10));
        Assert.Equal(full.Select(f => $"loudness_sma3_{f}"), EGemapsExtractor.Names.Skip(10).Take(10));
        Assert.Equal(
            ["spectralFlux_sma3_amean", "spectralFlux_sma3_stddevNorm", "mfcc1_sma3_amean"], EGemapsExtractor.Names.Skip(20).Take(3));
        Assert.Equal(["jitterLocal_sma3nz_amean", "jitterLocal_sma3nz_stddevNorm"], EGemapsExtractor.Names.Skip(30).Take(2));
        Assert.Equal("alphaRatioV_sma3nz_amean", EGemapsExtractor.Names[58]);
        Assert.Equal("mfcc4V_sma3nz_stddevNorm", EGemapsExtractor.Names[75]);
        Assert.Equal(
            ["alphaRatioUV_sma3nz_amean", "hammarbergIndexUV_sma3nz_amean", "slopeUV0-500_sma3nz_amean", "slopeUV500-1500_sma3nz_amean",
                "spectralFluxUV_sma3nz_amean", "loudnessPeaksPerSec", "VoicedSegmentsPerSec", "MeanVoicedSegmentLengthSec",
                "StddevVoicedSegmentLengthSec", "MeanUnvoicedSegmentLength", "StddevUnvoicedSegmentLength", "equivalentSoundLevel_dBp"],
            EGemapsExtractor.Names.Skip(76));
    }

    [Fact]
    public void Extract_SteadyVowel_HasItsPitchFormantsAndVoice()
    {
        Dictionary<string, float> values = Extract(Vowel.Cascade(Vowel.A, 110, 2));
        Assert.Equal(12 * Math.Log2(110 / 27.5), values["F0semitoneFrom27.5Hz_sma3nz_percentile50.0"], 0.02);
        Assert.InRange(values["F0semitoneFrom27.5Hz_sma3nz_pctlrange0-2"], 0, 0.05);
        Assert.Equal(730, values["F1frequency_sma3nz_amean"], 30.0);
        Assert.Equal(1090, values["F2frequency_sma3nz_amean"], 45.0);
        Assert.Equal(2440, values["F3frequency_sma3nz_amean"], 100.0);
        Assert.InRange(values["jitterLocal_sma3nz_amean"], 0, 0.01);
        Assert.InRange(values["HNRdBACF_sma3nz_amean"], 15, 60);
        Assert.InRange(values["MeanVoicedSegmentLengthSec"], 1.9, 2.02);
    }

    [Fact]
    public void Extract_ThreeBursts_AreCountedAndTimed()
    {
        float[] burst = [.. TestSignal.Harmonics(_ => 150, 0.3, [0.3f, 0.2f, 0.1f]).Select((s, i) => s * (float)Math.Sin(Math.PI * i / 4_800))];
        float[] pause = new float[3_200];
        Dictionary<string, float> values = Extract([.. pause, .. burst, .. pause, .. burst, .. pause, .. burst, .. pause]);
        double seconds = 1.71; // 171 frames of 10 ms
        Assert.Equal(3 / seconds, values["VoicedSegmentsPerSec"], 0.01);
        Assert.Equal(3 / seconds, values["loudnessPeaksPerSec"], 0.01);
        Assert.Equal(0.3, values["MeanVoicedSegmentLengthSec"], 0.05);
        Assert.Equal(0.2, values["MeanUnvoicedSegmentLength"], 0.05);
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(0.05f)]
    public void Extract_ToneAtALevel_HasThatSoundLevel(float amplitude) =>
        Assert.Equal(20 * Math.Log10(amplitude / Math.Sqrt(2)), Extract(TestSignal.Tone(440, 1, amplitude: amplitude))["equivalentSoundLevel_dBp"], 0.01);

    // Loudness is a power of 0.33 of the power: 20 dB more is 100 times the power.
    [Fact]
    public void Extract_TwentyDecibelsMore_ChangesLoudnessByItsPowerLawAndRatiosNotAtAll()
    {
        float[] vowel = Vowel.Cascade(Vowel.Schwa, 120, 1);
        Dictionary<string, float> loud = Extract(vowel);
        Dictionary<string, float> quiet = Extract([.. vowel.Select(s => s / 10)]);
        Assert.Equal(Math.Pow(100, 0.33), loud["loudness_sma3_amean"] / quiet["loudness_sma3_amean"], 1e-3);
        Assert.Equal(10, loud["spectralFlux_sma3_amean"] / quiet["spectralFlux_sma3_amean"], 1e-2);
        foreach (string name in new[] { "alphaRatioV_sma3nz_amean", "hammarbergIndexV_sma3nz_amean", "slopeV0-500_sma3nz_amean", "logRelF0-H1-H2_sma3nz_amean" })
        {
            Assert.Equal(loud[name], quiet[name], 1e-2);
        }
    }

    [Fact]
    public void Extract_TwoHarmonics_HaveTheirDifference()
    {
        Dictionary<string, float> values = Extract(TestSignal.Harmonics(_ => 200, 1, [0.2f, 0.1f, 0.05f]));
        Assert.Equal(20 * Math.Log10(2), values["logRelF0-H1-H2_sma3nz_amean"], 0.2);
    }

    [Fact]
    public void Extract_TwoTones_HaveTheAlphaRatioAndHammarbergIndexOfTheirLevels()
    {
        float[] samples = [.. TestSignal.Tone(500, 1, amplitude: 0.4f).Zip(TestSignal.Tone(3_000, 1, amplitude: 0.04f), (a, b) => a + b)];
        Contours contours = new ContourExtractor().Extract(samples);
        Assert.Equal(-20, contours[Contour.AlphaRatio][50], 0.1);
        Assert.Equal(20, contours[Contour.HammarbergIndex][50], 0.1);
    }

    [Fact]
    public void Extract_SilenceNoiseAndOneSample_AreFinite()
    {
        float[][] signals = [new float[Rate], TestSignal.Noise(Rate), [0.3f], TestSignal.Noise(500), [.. Enumerable.Repeat(1f, 5_000)]];
        foreach (float[] signal in signals)
        {
            Assert.All(new EGemapsExtractor().Extract(signal, Rate), v => Assert.True(float.IsFinite(v)));
        }

        Dictionary<string, float> silence = Extract(new float[Rate]);
        Assert.Equal(0, silence["F1frequency_sma3nz_amean"]);
        Assert.Equal(0, silence["loudness_sma3_amean"]);
        Assert.Equal(-200, silence["equivalentSoundLevel_dBp"]);
    }

    [Fact]
    public void Extract_AnotherRateOrChannels_IsAlmostTheSame()
    {
        float[] vowel = Vowel.Cascade(Vowel.A, 110, 1, 48_000);
        Waveform waveform = new(48_000, vowel, vowel);
        Dictionary<string, float> expected = Extract(Vowel.Cascade(Vowel.A, 110, 1));
        Dictionary<string, float> actual = EGemapsExtractor.Names.Zip(new EGemapsExtractor().Extract(waveform)).ToDictionary(p => p.First, p => p.Second);
        Assert.Equal(expected["F0semitoneFrom27.5Hz_sma3nz_amean"], actual["F0semitoneFrom27.5Hz_sma3nz_amean"], 0.05);
        Assert.Equal(expected["F1frequency_sma3nz_amean"], actual["F1frequency_sma3nz_amean"], 15.0);
    }

    [Fact]
    public void Extract_BadInput_Throws()
    {
        EGemapsExtractor extractor = new();
        Assert.Throws<ArgumentException>(() => extractor.Extract([], Rate));
        Assert.Throws<ArgumentException>(() => extractor.Extract([0, float.NaN], Rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => extractor.Extract([0.1f], 100));
        Assert.Throws<ArgumentNullException>(() => extractor.Extract(null!));
    }

    [Fact]
    public void Extract_ManyThreads_EqualsOneThread()
    {
        EGemapsExtractor extractor = new();
        float[][] signals = [.. Enumerable.Range(0, 4).Select(i => Vowel.Cascade(Vowel.I, 100 + (30 * i), 0.5))];
        float[][] expected = [.. signals.Select(s => extractor.Extract(s, Rate))];
        Parallel.For(0, 24, i => Assert.Equal(expected[i % 4], extractor.Extract(signals[i % 4], Rate)));
    }

    // RAVDESS: actors with odd numbers are men; the fifth field is the emotion, 05 angry and 02 calm.
    [Fact]
    public void Extract_RealSpeech_IsPlausibleAndTellsAngerFromCalm()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The reference speech is not on this machine.");
        EGemapsExtractor extractor = new();
        Dictionary<string, Dictionary<string, float>> clips = Directory.EnumerateFiles(folder, "*.wav").Where(path => Path.GetFileName(path)[7] is '1' or '2' or '5').ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => EGemapsExtractor.Names.Zip(extractor.Extract(Waveform.Load(path))).ToDictionary(p => p.First, p => p.Second));
        foreach (Dictionary<string, float> values in clips.Values)
        {
            Assert.All(values.Values, v => Assert.True(float.IsFinite(v)));
            Assert.InRange(values["F0semitoneFrom27.5Hz_sma3nz_percentile50.0"], 12 * Math.Log2(75 / 27.5), 12 * Math.Log2(550 / 27.5));
            Assert.InRange(values["F1frequency_sma3nz_amean"], 300, 1_000);
            Assert.InRange(values["F2frequency_sma3nz_amean"], 1_100, 2_300);
            Assert.InRange(values["F3frequency_sma3nz_amean"], 2_100, 3_400);
            Assert.InRange(values["jitterLocal_sma3nz_amean"], 0.001, 0.08);
            Assert.InRange(values["shimmerLocaldB_sma3nz_amean"], 0.1, 2.5);
            Assert.InRange(values["HNRdBACF_sma3nz_amean"], 2, 25);
        }

        foreach (IGrouping<string, string> actor in clips.Keys.GroupBy(name => name[^2..]))
        {
            Dictionary<string, float> angry = clips[actor.Single(name => name[6..8] == "05")];
            Dictionary<string, float> calm = clips[actor.Single(name => name[6..8] == "02")];
            Assert.True(angry["loudness_sma3_percentile80.0"] > calm["loudness_sma3_percentile80.0"], $"Actor {actor.Key}: loudness");
            Assert.True(angry["alphaRatioV_sma3nz_amean"] > calm["alphaRatioV_sma3nz_amean"], $"Actor {actor.Key}: alpha ratio");
        }
    }

    private static Dictionary<string, float> Extract(float[] samples) =>
        EGemapsExtractor.Names.Zip(new EGemapsExtractor().Extract(samples, Rate)).ToDictionary(p => p.First, p => p.Second);
}
