using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests;

/// <summary>Predictions for sounds that are not speech.</summary>
public class EmotionNetworkClassifierSpeechTests
{
    private const int Rate = 16_000;

    [Fact]
    public void Predict_Tone_IsUncertainAndSaysWhy()
    {
        EmotionPrediction prediction = Predict(Chords(3));

        Assert.Equal(EmotionPrediction.UncertainLabel, prediction.Label);
        Assert.True(prediction.SpeechProbability < 0.3);
        Assert.Contains(prediction.Notes, note => note.Contains("holds no speech", StringComparison.Ordinal));
        Assert.Equal(1, prediction.Probabilities.Values.Sum(), 1e-5f);
    }

    [Fact]
    public void Predict_Speech_IsAnsweredAsWithoutTheDetector()
    {
        foreach (float[] clip in RealSpeech(8))
        {
            EmotionPrediction prediction = Predict(clip), without = Predict(clip, new ClassifierOptions { SpeechThreshold = 0 });

            Assert.InRange(prediction.SpeechProbability!.Value, 0.7f, 1);
            Assert.Null(without.SpeechProbability);
            Assert.Equal(without.Label, prediction.Label);
            Assert.Equal(without.Probabilities, prediction.Probabilities);
            Assert.Equal(without.Notes, prediction.Notes);
        }
    }

    [Fact]
    public void Predict_ThresholdZero_DoesNotLook()
    {
        EmotionPrediction prediction = Predict(Chords(3), new ClassifierOptions { SpeechThreshold = 0 });

        Assert.Null(prediction.SpeechProbability);
        Assert.False(prediction.IsUncertain);
        Assert.Empty(prediction.Notes);
    }

    [Fact]
    public void Predict_SilenceAndClips_TooLittleToTell()
    {
        Assert.Null(Predict(new float[Rate]).SpeechProbability);
        Assert.Null(Predict(Chords(3)[..2_000]).SpeechProbability);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void SpeechThreshold_OutOfRange_IsRefused(double threshold) =>
        Assert.Throws<InvalidOptionsException>(() => new ClassifierOptions { SpeechThreshold = threshold }.Validate());

    [Fact]
    public void Join_Ensemble_PassesTheProbabilityOn()
    {
        using EnsembleClassifier ensemble = new([Create(), Create()]);

        EmotionPrediction prediction = ensemble.Predict(new Waveform(Rate, Chords(3)));

        Assert.Equal(EmotionPrediction.UncertainLabel, prediction.Label);
        Assert.Equal(Predict(Chords(3)).SpeechProbability, prediction.SpeechProbability);
        Assert.Single(prediction.Notes, note => note.Contains("holds no speech", StringComparison.Ordinal));
    }

    /// <summary>Speech, music, speech: the music is loud, but gets no emotion.</summary>
    [Fact]
    public void Analyze_MusicBetweenSpeech_HasNoEmotion()
    {
        float[][] clips = [.. RealSpeech(2)];
        float[] recording = [.. clips[0], .. Chords(10), .. clips[1]];
        double musicStart = (double)clips[0].Length / Rate;
        AnalysisOptions options = new() { WindowSeconds = 1.5, HopSeconds = 0.5, Smoothing = 1 };
        using EmotionNetworkClassifier classifier = Create();

        EmotionTimeline timeline = classifier.Analyze(recording, Rate, options, cancellationToken: TestContext.Current.CancellationToken);

        EmotionWindow[] music = [.. timeline.Windows.Where(w => w.Start.TotalSeconds > musicStart && w.End.TotalSeconds < musicStart + 10)];
        Assert.All(music, window => Assert.False(window.IsSpeech));
        Assert.All(music, window => Assert.True(window.SpeechProbability < 0.3));
        Assert.Contains(timeline.Segments, s => !s.IsSpeech && s.Duration.TotalSeconds > 7);
        Assert.Contains(timeline.Segments, s => s.IsSpeech && s.End.TotalSeconds < musicStart + 1);
        Assert.Contains(timeline.Segments, s => s.IsSpeech && s.Start.TotalSeconds > musicStart + 9);
    }

    [Fact]
    public async Task AnalyzeLive_MusicBetweenSpeech_GivesTheSegmentsOfAnalyze()
    {
        float[][] clips = [.. RealSpeech(2)];
        float[] recording = [.. clips[0], .. Chords(5), .. clips[1]];
        using EmotionNetworkClassifier classifier = Create();
        string[] expected = [.. classifier.Analyze(recording, Rate, cancellationToken: TestContext.Current.CancellationToken).Segments.Select(s => s.ToString())];
        List<string> found = [];
        await foreach (EmotionSegment segment in classifier.AnalyzeLiveAsync(Pieces(recording), Rate, cancellationToken: TestContext.Current.CancellationToken))
        {
            found.Add(segment.ToString());
        }

        Assert.Equal(expected, found);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Pieces(float[] samples)
    {
        foreach (float[] piece in samples.Chunk(1_234))
        {
            await Task.Yield();
            yield return piece;
        }
    }

    private static EmotionPrediction Predict(float[] samples, ClassifierOptions? options = null)
    {
        using EmotionNetworkClassifier classifier = Create(options);
        return classifier.Predict(samples, Rate);
    }

    private static EmotionNetworkClassifier Create(ClassifierOptions? options = null) =>
        new(TestModel.Description, new BandNetwork(TestModel.Description), options);

    /// <summary>Three voices in harmony, plucked twice a second.</summary>
    private static float[] Chords(int seconds) => [.. Enumerable.Range(0, seconds * Rate).Select(i =>
    {
        double time = (double)i / Rate, root = 220 * Math.Pow(2, (int)(2 * time) * 5 % 12 / 12d);
        return (float)(0.1 * Math.Exp(-4 * (time % 0.5)) * ((double[])[1, 1.26, 1.5]).Sum(ratio => Math.Sin(2 * Math.PI * root * ratio * time)));
    })];

    private static IEnumerable<float[]> RealSpeech(int count)
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "There is no shared speech on this machine.");
        return Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Take(count).Select(path => Waveform.Load(path).Channel(0).ToArray());
    }
}
