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
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The real speech beside the repository is not there.");
        Corpus corpus = RavdessCorpus.Load(folder, new CorpusLoadOptions { AllowIncomplete = true });
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
}
