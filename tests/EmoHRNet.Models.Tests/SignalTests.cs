using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Models.Tests;

/// <summary>What recorders do to real speech without changing the speech, and what the shipped model makes of it.</summary>
public sealed class SignalTests : IDisposable
{
    private static readonly string[] Emotions = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"];

    private readonly EmotionClassifier _classifier = new(PretrainedModels.RavdessSmall, new EmotionClassifierOptions { Threads = 1 });
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    /// <summary>What of the untouched clip the network hears: all of it, but for offsets that nobody would see in a picture of the clip.</summary>
    [Fact]
    public void Predict_CleanClips_PassAsTheyAre()
    {
        int touched = 0;
        foreach ((string name, Waveform clip) in Clips())
        {
            SteadyClip steady = SteadyClip.Of(clip.Channel(0), clip.SampleRate);

            Assert.False(steady.HadRumble, name);
            Assert.InRange(Math.Abs(steady.Offset), 0, 2e-5);
            Assert.Empty(_classifier.Predict(clip).Notes);
            touched += steady.IsChanged ? 1 : 0;
        }

        Assert.InRange(touched, 0, 5);
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(-0.005f)]
    [InlineData(0.05f)]
    public void Predict_Offset_IsTheAnswerOfTheCleanClip(float offset)
    {
        foreach ((string name, Waveform clip) in Clips())
        {
            EmotionPrediction clean = _classifier.Predict(clip);
            EmotionPrediction shifted = _classifier.Predict(Map(clip, (sample, _) => sample + offset));

            Assert.Equal(clean.Label, shifted.Label);
            Assert.True(Difference(clean, shifted) < 0.01, $"{name}: {Difference(clean, shifted)}");
            Assert.Contains("offset", Assert.Single(shifted.Notes), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0.03, 3)]
    [InlineData(0.01, 5)]
    [InlineData(0.1, 8)]
    public void Predict_LoudRumble_LeavesMostAnswers(double amplitude, double hertz)
    {
        int right = Right((clip, rate) => Map(clip, (sample, i) => sample + (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / rate))));

        Assert.InRange(right, 36, 48);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(-30)]
    [InlineData(-40)]
    public void Predict_VeryQuietSpeech_IsRecognizedLikeLoudSpeech(double decibels)
    {
        float gain = (float)Math.Pow(10, decibels / 20);

        Assert.InRange(Right((clip, _) => Map(clip, (sample, _) => sample * gain)), 42, 48);
    }

    [Fact]
    public void Predict_QuietSpeechOf16Bits_SaysHowFewBitsThereAre()
    {
        (_, Waveform clip) = Clips().First();
        EmotionPrediction prediction = _classifier.Predict(Map(clip, (sample, _) => MathF.Round(sample * 0.01f * 32_768) / 32_768));

        Assert.Contains("16 bits", Assert.Single(prediction.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_OppositeChannels_UsesOneAndSaysSo()
    {
        foreach ((_, Waveform clip) in Clips().Take(6))
        {
            float[] left = clip.Channel(0).ToArray();
            EmotionPrediction stereo = _classifier.Predict(new Waveform(clip.SampleRate, left, Array.ConvertAll(left, sample => -0.9f * sample)));

            Assert.True(Difference(_classifier.Predict(clip), stereo) < 0.01);
            Assert.Contains("cancel", Assert.Single(stereo.Notes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnalyzeChannels_CallWithASpeakerOnEach_GivesEachTheirOwnTimeline()
    {
        Waveform[] clips = [.. Clips().Take(2).Select(clip => clip.Waveform)];
        float[] silence = new float[16_000];
        float[] first = [.. clips[0].Channel(0), .. silence, .. new float[clips[1].SampleCount]];
        float[] second = [.. new float[clips[0].SampleCount], .. silence, .. clips[1].Channel(0)];
        Waveform call = new(16_000, first, second);
        CancellationToken token = TestContext.Current.CancellationToken;

        IReadOnlyList<EmotionTimeline> timelines = _classifier.AnalyzeChannels(call, cancellationToken: token);

        Assert.Equal(2, timelines.Count);
        SameSegments(_classifier.Analyze(first, 16_000, cancellationToken: token), timelines[0]);
        SameSegments(_classifier.Analyze(second, 16_000, cancellationToken: token), timelines[1]);
        Assert.Contains("AnalyzeChannels", Assert.Single(_classifier.Analyze(call, cancellationToken: token).Notes), StringComparison.Ordinal);
        Assert.Contains("AnalyzeChannels", Assert.Single(_classifier.Predict(call).Notes), StringComparison.Ordinal);
        call.Save(_folder["call.wav"], WavEncoding.IeeeFloat);
        IReadOnlyList<EmotionTimeline> read = _classifier.AnalyzeFileChannels(_folder["call.wav"], cancellationToken: token);
        Assert.All(timelines.Zip(read), pair => SameSegments(pair.First, pair.Second));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(-0.05)]
    public void Analyze_Offset_HasTheSegmentsOfTheCleanRecording(double offset)
    {
        EmotionTimeline clean = Analyze(Recording());
        EmotionTimeline shifted = Analyze(Array.ConvertAll(Recording(), sample => (float)(sample + offset)));

        Assert.Contains(clean.Segments, segment => !segment.IsSpeech);
        Assert.Equal(clean.Segments.Select(segment => (segment.Label, segment.Start)), shifted.Segments.Select(segment => (segment.Label, segment.Start)));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(-40)]
    public void Analyze_VeryQuiet_HasTheSpeechAndMostLabelsOfTheLoudRecording(double decibels)
    {
        float gain = (float)Math.Pow(10, decibels / 20);

        EmotionTimeline loud = Analyze(Recording());
        EmotionTimeline quiet = Analyze(Array.ConvertAll(Recording(), sample => sample * gain));

        EmotionWindow[] speech = [.. loud.Windows.Where(window => window.IsSpeech)];
        Assert.InRange(quiet.Windows.Zip(loud.Windows).Count(pair => pair.First.IsSpeech == pair.Second.IsSpeech), loud.Windows.Count - 1, loud.Windows.Count);
        int same = quiet.Windows.Zip(loud.Windows).Count(pair => pair.Second.IsSpeech && pair.First.Prediction.Label == pair.Second.Prediction.Label);
        // Windows that hold half a sentence are close calls; without raising, a fifth is what agrees.
        Assert.InRange(same, (int)(0.75 * speech.Length), speech.Length);
    }

    /// <summary>A network in use, with a description that sets the level: no gain changes a probability.</summary>
    [Theory]
    [InlineData(-40)]
    [InlineData(-11)]
    [InlineData(20)]
    public void Predict_ModelAtANormalizedLevel_IsIndependentOfTheGain(double decibels)
    {
        using LoadedModel model = ModelFile.Load(PretrainedModels.RavdessSmall);
        ModelDescription description = model.Description with { Preparation = PreparationOptions.Speech with { Trim = new SilenceTrimOptions() } };
        ModelFile.Save(_folder["level.safetensors"], model.Module, description);
        using EmotionClassifier classifier = new(_folder["level.safetensors"], new EmotionClassifierOptions { Threads = 1 });
        float gain = (float)Math.Pow(10, decibels / 20);
        foreach ((string name, Waveform clip) in Clips())
        {
            EmotionPrediction expected = classifier.Predict(clip);
            EmotionPrediction found = classifier.Predict(Map(clip, (sample, _) => sample * gain));

            Assert.True(Difference(expected, found) < 0.01, $"{name}: {Difference(expected, found)}");
        }
    }

    private EmotionTimeline Analyze(float[] recording) => _classifier.Analyze(recording, 16_000, cancellationToken: TestContext.Current.CancellationToken);

    private static float[] Recording() =>
        [.. Clips().Where((_, i) => i % 12 == 5).SelectMany(clip => (float[])[.. clip.Waveform.Channel(0), .. new float[24_000]])];

    private static void SameSegments(EmotionTimeline expected, EmotionTimeline found) => Assert.Equal(
        expected.Segments.Select(segment => segment.ToString()), found.Segments.Select(segment => segment.ToString()));

    private int Right(Func<Waveform, int, Waveform> change) => Clips().Count(clip =>
        _classifier.Predict(change(clip.Waveform, clip.Waveform.SampleRate)).MostProbable.Label == Emotions[clip.Name[7] - '1']);

    private static Waveform Map(Waveform clip, Func<float, int, float> change) =>
        new(clip.SampleRate, [.. clip.Channel(0).ToArray().Select(change)]);

    private static double Difference(EmotionPrediction a, EmotionPrediction b) => a.Probabilities.Keys.Max(label => Math.Abs(a[label] - b[label]));

    private static IEnumerable<(string Name, Waveform Waveform)> Clips()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The real speech beside the repository is not there.");
        return Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Waveform.Load(path)));
    }
}
