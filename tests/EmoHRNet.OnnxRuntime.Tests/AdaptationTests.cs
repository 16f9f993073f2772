using EmoHRNet.Adaptation;
using EmoHRNet.Audio;
using EmoHRNet.Corpora;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.Models;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests;

/// <summary>The shipped model adapted with real speech, on both engines.</summary>
public sealed class AdaptationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// With the names of two emotions exchanged, half of the clips are for adaptation and the other half for the test, on both engines.
    /// </summary>
    [Fact]
    public void Adapt_ExchangedLabels_AreLearnedAndBothEnginesAnswerAlike()
    {
        Utterance[] clips = Clips("angry", "sad", exchanged: true);
        AdaptationResult result = Onnx().Adapt(PretrainedModels.RavdessSmall, [.. clips.Where((_, i) => i % 2 == 0)], TestContext.Current.CancellationToken);
        string path = _folder["adapted.safetensors"];
        result.Save(path);
        ClassifierOptions labels = new() { Labels = ["angry", "sad"] };
        using EmotionNetworkClassifier onnx = OnnxRuntimeEngine.Create(path, labels);
        using EmotionNetworkClassifier torch = new EmotionClassifier(path, new EmotionClassifierOptions { Labels = labels.Labels });

        Utterance[] unseen = [.. clips.Where((_, i) => i % 2 == 1)];
        Assert.True(unseen.Count(clip => onnx.PredictFile(clip.Path).Label == clip.Emotion) >= 0.8 * unseen.Length);
        Assert.True(result.UnweightedAccuracyBefore < 0.3 && result.UnweightedAccuracyAfter > 0.7);
        Assert.All(unseen, clip => Assert.Equal(torch.PredictFile(clip.Path)["sad"], onnx.PredictFile(clip.Path)["sad"], 1e-3f));
        Assert.Contains("angry", onnx.Model.Provenance["adaptation"], StringComparison.Ordinal);
        Assert.True(onnx.Heard!.HasClip(clips[0]));
        Assert.Null(onnx.Model.HeldOut);
    }

    [Fact]
    public void Adapt_OnEitherEngine_GivesTheSameLayer()
    {
        Utterance[] clips = Clips("angry", "sad", exchanged: true);
        AdaptationOptions options = new() { Regularization = 30 };
        StoredModel onnx = new ModelAdapter(model => OnnxEmotionNetwork.Create(model), options).Adapt(PretrainedModels.RavdessSmall, clips, TestContext.Current.CancellationToken).Model;
        StoredModel torch = new ModelAdapter(model => TorchEmotionNetwork.Create(model, "cpu"), options).Adapt(PretrainedModels.RavdessSmall, clips, TestContext.Current.CancellationToken).Model;

        Assert.All(Weights(onnx).Zip(Weights(torch)), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    /// <summary>With strong regularization, the new file gives the old probabilities: temperature and priors are in its weights.</summary>
    [Fact]
    public void Adapt_StrongRegularization_GivesTheOldProbabilities()
    {
        Utterance[] clips = Clips("angry", "sad", exchanged: true);
        AdaptationOptions options = new() { Regularization = 1e9, FitsTemperature = false };
        string path = _folder["held.safetensors"];
        new ModelAdapter(model => OnnxEmotionNetwork.Create(model), options).Adapt(PretrainedModels.RavdessSmall, clips, TestContext.Current.CancellationToken).Save(path);
        using OnnxEmotionClassifier old = new(PretrainedModels.RavdessSmall);
        using OnnxEmotionClassifier held = new(path);

        Assert.All(clips, clip => Assert.All(
            old.PredictFile(clip.Path).Probabilities, pair => Assert.Equal(pair.Value, held.PredictFile(clip.Path)[pair.Key], 1e-4f)));
    }

    [Fact]
    public void AdaptUnlabeled_RealSpeech_AnswersTheLabelsInTheirShares()
    {
        string[] paths = [.. Clips("angry", "sad", exchanged: false).Select(clip => clip.Path)];
        AdaptationOptions options = new() { Regularization = 1e-3 };
        string path = _folder["shifted.safetensors"];
        new ModelAdapter(model => OnnxEmotionNetwork.Create(model), options)
            .AdaptUnlabeled(PretrainedModels.RavdessSmall, paths, new Dictionary<string, double> { ["happy"] = 3, ["disgust"] = 1 }, TestContext.Current.CancellationToken)
            .Save(path);
        using EmotionNetworkClassifier shifted = OnnxRuntimeEngine.Create(path, new ClassifierOptions { Labels = ["happy", "disgust"] });

        Assert.Equal(0.75, paths.Average(each => (double)shifted.PredictFile(each)["happy"]), 0.02);
    }

    [Fact]
    public void Adapt_LabelThatTheModelDoesNotHave_NamesIt()
    {
        CorpusException exception = Assert.Throws<CorpusException>(
            () => Onnx().Adapt(PretrainedModels.RavdessSmall, [Clip("a.wav", "bored"), Clip("b.wav", "sad")], TestContext.Current.CancellationToken));
        Assert.Contains("'bored'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adapt_OneLabel_AsksForTwo() => Assert.Contains(
        "at least two labels",
        Assert.Throws<CorpusException>(() => Onnx().Adapt(PretrainedModels.RavdessSmall, [Clip("b.wav", "sad")], TestContext.Current.CancellationToken)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Adapt_ClipsThatCannotBeUsed_NamesThemAll()
    {
        File.WriteAllText(_folder["text.wav"], "no audio");
        new Waveform(16_000, new float[16_000]).Save(_folder["silent.wav"]);
        CorpusException exception = Assert.Throws<CorpusException>(() => Onnx().Adapt(
            PretrainedModels.RavdessSmall,
            [Clip(_folder["text.wav"], "angry"), Clip(_folder["silent.wav"], "sad"), Clip(_folder["missing.wav"], "sad")],
            TestContext.Current.CancellationToken));
        Assert.All((string[])["3 of 3", "text.wav", "silent.wav", "no sound", "missing.wav"], part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Adapt_ModelWithoutLinearLayer_SaysSo()
    {
        StoredModel model = ModelFile.Read(PretrainedModels.RavdessSmall);
        StoredModel other = model with { Tensors = [.. model.Tensors.Where(tensor => tensor.Name != "classifier.bias")] };
        Assert.Contains(
            "classifier.bias",
            Assert.Throws<ModelFormatException>(() => Onnx().Adapt(other, [Clip("a.wav", "angry"), Clip("b.wav", "sad")], TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }

    private static ModelAdapter Onnx() => new(model => OnnxEmotionNetwork.Create(model));

    private static float[] Weights(StoredModel model) => model.Tensors.First(tensor => tensor.Name == "classifier.weight").ToFloats();

    private static Utterance Clip(string path, string emotion) => new(path, path, emotion, "someone");

    private static Utterance[] Clips(string first, string second, bool exchanged)
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "the real clips are not on this machine");
        return [.. RavdessCorpus.Load(folder, new CorpusLoadOptions { AllowIncomplete = true }).Utterances
            .Where(clip => clip.Emotion == first || clip.Emotion == second).OrderBy(clip => clip.Emotion, StringComparer.Ordinal)
            .Select(clip => exchanged ? clip with { Emotion = clip.Emotion == first ? second : first } : clip)];
    }
}
