using EmoHRNet.Audio;
using EmoHRNet.Models;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests;

/// <summary>Both engines compared, with the pretrained model on real speech.</summary>
public sealed class RealClipTests : IDisposable
{
    private const float Tolerance = 1e-4f;

    private readonly OnnxEmotionClassifier _onnx = new(PretrainedModels.RavdessSmall);
    private readonly EmotionClassifier _torch = new(PretrainedModels.RavdessSmall);

    public void Dispose()
    {
        _onnx.Dispose();
        _torch.Dispose();
    }

    [Fact]
    public void PredictFile_RealClips_GiveTheProbabilitiesOfTorchSharp() => Assert.All(Clips(), path =>
    {
        EmotionPrediction expected = _torch.PredictFile(path);
        EmotionPrediction found = _onnx.PredictFile(path);
        Close(expected, found);
        Assert.Equal((expected.IsUncertain, expected.WindowCount, expected.Duration), (found.IsUncertain, found.WindowCount, found.Duration));
        Assert.Equal(expected.Notes, found.Notes);
    });

    [Fact]
    public void PredictBatch_RealClips_GivesWhatEachClipGetsAlone()
    {
        Waveform[] clips = [.. Clips().Select(path => Waveform.Load(path))];
        IReadOnlyList<EmotionPrediction> batch = _onnx.PredictBatch(clips, TestContext.Current.CancellationToken);
        Assert.All(clips.Zip(batch), pair => Close(_onnx.Predict(pair.First), pair.Second));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1.0)]
    [InlineData(2.44)]
    public void Analyze_RealSpeech_GivesTheWindowsOfTorchSharp(double? windowSeconds)
    {
        Waveform recording = Recording();
        AnalysisOptions options = new() { WindowSeconds = windowSeconds };
        EmotionTimeline expected = _torch.Analyze(recording, options, cancellationToken: TestContext.Current.CancellationToken);
        EmotionTimeline found = _onnx.Analyze(recording, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(expected.Windows.Count > 5);
        Assert.Equal(expected.Windows.Select(w => (w.Start, w.End, w.IsSpeech)), found.Windows.Select(w => (w.Start, w.End, w.IsSpeech)));
        Assert.All(expected.Windows.Zip(found.Windows), pair => Close(pair.First.Prediction, pair.Second.Prediction));
        Assert.Equal(expected.Segments.Select(s => (s.Start, s.End, s.Label)), found.Segments.Select(s => (s.Start, s.End, s.Label)));
    }

    [Fact]
    public void Explain_RealClip_GivesTheMapOfTorchSharp()
    {
        Waveform clip = Waveform.Load(Clips()[0]);
        ExplanationOptions options = new() { PatchBands = 40, PatchFrames = 36 };
        EmotionExplanation expected = _torch.Explain(clip, options: options, cancellationToken: TestContext.Current.CancellationToken);
        EmotionExplanation found = _onnx.Explain(clip, options: options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected.Label, found.Label);
        Assert.All(expected.Importance.Values.ToArray().Zip(found.Importance.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    private static string[] Clips()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "the real clips are not on this machine");
        string[] paths = [.. Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(48, paths.Length);
        return paths;
    }

    /// <summary>A few clips with the same rate, concatenated.</summary>
    private static Waveform Recording()
    {
        Waveform[] clips = [.. Clips().Take(5).Select(path => Waveform.Load(path))];
        return new Waveform(clips[0].SampleRate, [.. clips.SelectMany(clip => clip.Channel(0).ToArray())]);
    }

    private static void Close(EmotionPrediction expected, EmotionPrediction found) =>
        Assert.All(expected.Probabilities, pair => Assert.Equal(pair.Value, found[pair.Key], Tolerance));
}
