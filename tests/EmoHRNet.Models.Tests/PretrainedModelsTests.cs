using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Models.Tests;

public class PretrainedModelsTests
{
    private const long MaximumBytes = 8_000_000;

    [Fact]
    public void Default_ShippedFile_SaysWhatItIsAndUnderWhichLicense()
    {
        ModelDescription model = ModelFile.ReadDescription(PretrainedModels.Default);

        Assert.Equal(["neutral", "happy", "sad", "angry", "fearful", "disgust", "surprised"], model.Labels);
        Assert.Contains("non-commercial", model.License);
        Assert.Null(model.HeldOut);
        Assert.StartsWith("nothing: trained on all speakers", model.Provenance["held out"], StringComparison.Ordinal);
        Assert.Equal(GainNormalization.ActiveSpeech, model.Preparation.Gain);
        Assert.True(new FileInfo(PretrainedModels.Default).Length <= 4_000_000);
    }

    /// <summary>So that a report on RAVDESS says that its clips and actors are not new to the model.</summary>
    [Fact]
    public void Default_ClipsAndActorsOfItsTraining_AreListed()
    {
        Corpus corpus = Mini();
        HeardSpeech heard = ModelFile.ReadDescription(PretrainedModels.Default).Heard!;

        Assert.All(corpus.Utterances, clip => Assert.True(heard.HasClip(clip) && heard.HasSpeakerOf(clip)));
    }

    /// <summary>These clips were in its training: most are right, and the level does not matter.</summary>
    [Fact]
    public void Default_RealSpeech_IsMostlyRecognizedAtAnyLevel()
    {
        Corpus corpus = Mini();
        using EmotionClassifier classifier = new(PretrainedModels.Default);

        EmotionPrediction[] answers = [.. corpus.Utterances.Select(u => classifier.PredictFile(u.Path))];
        string[] quiet = [.. corpus.Utterances.Select(u => classifier.Predict([.. Waveform.Load(u.Path).Channel(0).ToArray().Select(sample => 0.1f * sample)], 16_000).Label)];

        Assert.InRange(corpus.Utterances.Zip(answers).Count(p => p.Second.Label == (p.First.Emotion == "calm" ? "neutral" : p.First.Emotion)), 30, 48);
        Assert.Equal(answers.Select(answer => answer.Label), quiet);
    }

    [Fact]
    public void RavdessSmall_ShippedFile_SaysWhatItIsAndUnderWhichLicense()
    {
        ModelDescription model = ModelFile.ReadDescription(PretrainedModels.RavdessSmall);

        Assert.Equal(["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"], model.Labels);
        Assert.Contains("non-commercial", model.License);
        Assert.True(model.HeldOut is { ClipCount: 288, UnweightedAccuracy: >= 0.8 });
        Assert.NotEmpty(model.Provenance["split hash"]);
        Assert.True(new FileInfo(PretrainedModels.RavdessSmall).Length <= MaximumBytes);
    }

    [Fact]
    public void RavdessSmall_RealSpeech_IsMostlyRecognized()
    {
        Corpus corpus = Mini();
        using EmotionClassifier classifier = new(PretrainedModels.RavdessSmall);

        int recognized = corpus.Utterances.Count(u => classifier.PredictFile(u.Path).Label == u.Emotion);

        Assert.Equal(48, corpus.Utterances.Count);
        Assert.InRange(recognized, 36, 48);
    }

    [Fact]
    public void RavdessSmall_BFloat16_GivesTheSameLabels()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The real speech beside the repository is not there.");
        string[] clips = Directory.GetFiles(folder, "*.wav", SearchOption.AllDirectories);
        using EmotionClassifier full = new(PretrainedModels.RavdessSmall);
        using EmotionClassifier brief = new(PretrainedModels.RavdessSmall, new EmotionClassifierOptions { Precision = InferencePrecision.BFloat16 });

        int same = clips.Count(clip => full.PredictFile(clip).Label == brief.PredictFile(clip).Label);

        Assert.True(same >= 0.99 * clips.Length, $"{same} of {clips.Length} labels are the same.");
    }

    [Fact]
    public void RavdessSmall_SameSpeechAtAnotherRate_IsRecognizedAlike()
    {
        string? clip = SharedData.PathOrNull("corpora", "originals", "03-01-05-02-01-01-03.wav");
        Assert.SkipWhen(clip is null, "The real speech beside the repository is not there.");
        using EmotionClassifier classifier = new(PretrainedModels.RavdessSmall);

        EmotionPrediction original = classifier.PredictFile(clip);
        Waveform recording = Waveform.Load(clip);
        EmotionPrediction resampled = classifier.Predict(new Resampler(recording.SampleRate, 16_000).Resample(recording.Channel(0)), 16_000);

        Assert.Equal("angry", original.Label);
        Assert.Equal((48_000, 16_000), (original.SourceSampleRate, resampled.SourceSampleRate));
        Assert.All(classifier.Labels, label => Assert.Equal(original[label], resampled[label], 1e-3));
    }

    private static Corpus Mini()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The real speech beside the repository is not there.");
        return RavdessCorpus.Load(folder, new CorpusLoadOptions { AllowIncomplete = true });
    }
}
