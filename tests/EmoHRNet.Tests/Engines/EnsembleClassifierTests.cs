using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EnsembleClassifierTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _models;

    /// <summary>Three networks that differ: other weights, a finer window of the Fourier transform, longer windows.</summary>
    protected EnsembleClassifierTests() => _models =
    [
        TestModel.Save(_folder["a"]),
        Save("b", TestModel.Description with { Features = new FeatureOptions { Mel = new MelSpectrogramOptions { BandCount = 32, WindowLength = 512, FftSize = 512 } } }, seed: 8),
        Save("c", TestModel.Description with { WindowFrames = 96, Temperature = 0.7 }, seed: 9),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(EnsembleMean.Arithmetic)]
    [InlineData(EnsembleMean.Geometric)]
    public void Predict_SeveralModels_IsTheMeanOfTheirProbabilities(EnsembleMean mean)
    {
        using EnsembleClassifier ensemble = EnsembleClassifier.Load(_models, path => TEngine.Create(path), mean);
        Waveform clip = new(16_000, TestSignals.Speech(3));
        float[] expected = Mean([.. ensemble.Members.Select(member => member.Predict(clip))], mean);
        File.WriteAllBytes(_folder["clip.wav"], WavBytes.FloatingPoint(16_000, clip.Channel(0)));
        SegmentAssert.Close(expected, ensemble.Predict(clip), 1e-6f);
        SegmentAssert.Close(expected, ensemble.Predict(clip.Channel(0)), 1e-6f);
        SegmentAssert.Close(expected, ensemble.Predict(clip.Channel(0), 16_000), 1e-6f);
        SegmentAssert.Close(expected, ensemble.PredictFile(_folder["clip.wav"]), 1e-6f);
        SegmentAssert.Close(expected, ensemble.PredictBatch([clip], TestContext.Current.CancellationToken)[0], 1e-6f);
    }

    [Fact]
    public void Load_OptionsOfReading_HoldForEveryWayAFileIsRead()
    {
        byte[] whole = WavBytes.FloatingPoint(16_000, TestSignals.Speech(4));
        string half = _folder["half.wav"];
        File.WriteAllBytes(half, whole[..(whole.Length / 2)]);
        ClassifierOptions lenient = new() { Reading = new AudioReadOptions { AllowTruncated = true } };
        CancellationToken token = TestContext.Current.CancellationToken;
        using EnsembleClassifier strict = EnsembleClassifier.Load([_models[0], _models[2]], path => TEngine.Create(path));
        using EnsembleClassifier ensemble = EnsembleClassifier.Load([_models[0], _models[2]], path => TEngine.Create(path, lenient));

        Assert.Throws<AudioFormatException>(() => strict.PredictFile(half));
        Assert.Throws<AudioFormatException>(() => strict.AnalyzeFile(half, cancellationToken: token));
        Assert.Equal(2, ensemble.PredictFile(half).Duration.TotalSeconds, 0.01);
        Assert.Equal(2, ensemble.AnalyzeFile(half, cancellationToken: token).Duration.TotalSeconds, 0.01);
        Assert.Equal(2, Assert.Single(ensemble.AnalyzeFileChannels(half, cancellationToken: token)).Duration.TotalSeconds, 0.01);
        Assert.Equal(2, ensemble.ExplainFile(half, cancellationToken: token).Prediction.Duration.TotalSeconds, 0.01);
    }

    [Fact]
    public void Predict_Silence_IsUncertain()
    {
        using EnsembleClassifier ensemble = EnsembleClassifier.Load(_models, path => TEngine.Create(path));
        EmotionPrediction silence = ensemble.Predict(new float[16_000]);
        Assert.True(silence.IsUncertain);
        Assert.Equal(silence.Notes.Distinct(), silence.Notes);
        Assert.False(ensemble.Predict(TestSignals.Speech(2)).IsUncertain);
        using EnsembleClassifier strict = EnsembleClassifier.Load(_models, path => TEngine.Create(path, new ClassifierOptions { ConfidenceThreshold = 0.99 }));
        Assert.True(strict.Predict(TestSignals.Speech(2)).IsUncertain);
    }

    [Fact]
    public void Analyze_SeveralModels_HasTheMeanOfEachWindow()
    {
        using EnsembleClassifier ensemble = EnsembleClassifier.Load(_models, path => TEngine.Create(path), EnsembleMean.Geometric);
        Waveform recording = new(16_000, TestSignals.Speech(6));
        EmotionTimeline timeline = ensemble.Analyze(recording, cancellationToken: TestContext.Current.CancellationToken);
        AnalysisOptions windows = new() { WindowSeconds = 48 * 256 / 16_000.0, HopSeconds = 24 * 256 / 16_000.0 };
        EmotionTimeline[] alone = [.. ensemble.Members.Select(member => member.Analyze(recording, windows, cancellationToken: TestContext.Current.CancellationToken))];
        Assert.Equal(alone[0].Windows.Select(w => (w.Start, w.End)), timeline.Windows.Select(w => (w.Start, w.End)));
        for (int i = 0; i < timeline.Windows.Count; i++)
        {
            float[] expected = Mean([.. alone.Select(member => member.Windows[i].Prediction)], EnsembleMean.Geometric);
            SegmentAssert.Close(expected, timeline.Windows[i].Prediction, 1e-6f);
        }

        Assert.Equal(timeline.Duration, timeline.Segments[^1].End);
    }

    [Fact]
    public async Task AnalyzeLiveAsync_SeveralModels_GivesTheSegmentsOfAnalyze()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        using EnsembleClassifier ensemble = EnsembleClassifier.Load(_models, path => TEngine.Create(path));
        float[] samples = [.. TestSignals.Speech(4), .. new float[20_000], .. TestSignals.Speech(3)];
        List<EmotionSegment> live = await ensemble.AnalyzeLiveAsync(Pieces(samples), 16_000, null, token).ToListAsync(token);
        SegmentAssert.Same(ensemble.Analyze(new Waveform(16_000, samples), cancellationToken: token).Segments, live);
    }

    [Fact]
    public void Explain_SeveralModels_IsTheMeanOfTheirMaps()
    {
        using EnsembleClassifier ensemble = EnsembleClassifier.Load(_models[..2], path => TEngine.Create(path));
        Waveform clip = new(16_000, TestSignals.Speech(1));
        ExplanationOptions options = new() { PatchBands = 16, PatchFrames = 16 };
        EmotionExplanation whole = ensemble.Explain(clip, "sad", options, TestContext.Current.CancellationToken);
        EmotionExplanation[] parts = [.. ensemble.Members.Select(member => member.Explain(clip, "sad", options, TestContext.Current.CancellationToken))];
        Assert.All(
            whole.Importance.Values.ToArray().Zip(parts[0].Importance.Values.ToArray(), parts[1].Importance.Values.ToArray()),
            cell => Assert.Equal((cell.Second + cell.Third) / 2, cell.First, 1e-6f));
    }

    [Fact]
    public void Load_ModelsThatDoNotFit_SaysWhy()
    {
        string other = Save("d", TestModel.Description with { Labels = ["neutral", "happy", "sad", "afraid"] }, seed: 1);
        Assert.Contains("afraid", Assert.Throws<ArgumentException>(() => EnsembleClassifier.Load([_models[0], other], path => TEngine.Create(path))).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => EnsembleClassifier.Load([_models[0], _folder["none"]], path => TEngine.Create(path)));
        Assert.Throws<ArgumentException>(() => EnsembleClassifier.Load([], path => TEngine.Create(path)));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnsembleClassifier.Load(_models, path => TEngine.Create(path), (EnsembleMean)7));
    }

    [Fact]
    public void Dispose_Ensemble_DisposesItsMembers()
    {
        EnsembleClassifier ensemble = EnsembleClassifier.Load(_models, path => TEngine.Create(path));
        ensemble.Dispose();
        Assert.All(ensemble.Members, member => Assert.Throws<ObjectDisposedException>(() => member.Predict([0.1f])));
        Assert.Throws<ObjectDisposedException>(() => ensemble.Predict([0.1f]));
    }

    private static float[] Mean(EmotionPrediction[] members, EnsembleMean mean)
    {
        double[] means = [.. TestModel.Labels.Select(label => mean == EnsembleMean.Arithmetic
            ? members.Average(member => (double)member[label])
            : Math.Pow(members.Aggregate(1.0, (product, member) => product * member[label]), 1.0 / members.Length))];
        return [.. means.Select(value => (float)(value / means.Sum()))];
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Pieces(float[] samples)
    {
        for (int start = 0; start < samples.Length; start += 3_000)
        {
            yield return samples.AsMemory(start, Math.Min(3_000, samples.Length - start));
            await Task.Yield();
        }
    }

    private string Save(string name, ModelDescription description, long seed)
    {
        using HRNetModule module = new(description.Network, seed);
        ModelFile.Save(_folder[name], module, description);
        return _folder[name];
    }
}
