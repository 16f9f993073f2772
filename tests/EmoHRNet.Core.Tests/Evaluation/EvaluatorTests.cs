using EmoHRNet.Audio;
using EmoHRNet.Core.Tests.Corpora;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;

namespace EmoHRNet.Core.Tests.Evaluation;

public class EvaluatorTests
{
    [Fact]
    public void Evaluate_Classifier_GivesEachClipTheAnswerOfItsOwnFile()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        Corpus corpus = FolderCorpus.Load(tree.Path);

        // The classifier predicts the sample's parity, so predictions must be in the order of the clips.
        EvaluationReport report = Evaluate(corpus, new EvaluationOptions { BatchSize = 3 });

        Assert.Equal(corpus.Utterances.Select(clip => clip.Id), report.Predictions.Select(each => each.Id));
        Assert.All(report.Predictions, each => Assert.Equal(ParityClassifier.Sample(Waveform.Load(corpus.Find(each.Id)!.Path)) % 2, each.Predicted));
        Assert.Equal(["odd", "even"], report.Labels.Reverse());
    }

    [Fact]
    public void Evaluate_LabelsTheModelDoesNotKnow_AreNamedUnlessMapped()
    {
        using CorpusTree tree = CorpusTree.Of(["gerade/a.wav", "odd/b.wav", "other/c.wav"]);
        Corpus corpus = FolderCorpus.Load(tree.Path);

        CorpusException exception = Assert.Throws<CorpusException>(() => Evaluate(corpus));
        EvaluationReport report = Evaluate(corpus, new EvaluationOptions { LabelMap = LabelMap.Parse("gerade=even,odd=odd,other=") });

        Assert.Contains("gerade, other", exception.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1], report.Predictions.Select(each => each.Target));
    }

    [Fact]
    public void Evaluate_ClipThatEndsEarly_IsReadWhereThatIsAllowed()
    {
        using CorpusTree tree = CorpusTree.Of(["even/a.wav", "odd/b.wav"]);
        Corpus corpus = FolderCorpus.Load(tree.Path);
        byte[] whole = TestSupport.WavBytes.Pcm16(16_000, new short[4000]);
        tree.Write("odd/b.wav", whole[..2000]);

        Assert.Contains("odd/b.wav", Assert.Throws<CorpusException>(() => Evaluate(corpus)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Evaluate(corpus, new EvaluationOptions { Reading = new AudioReadOptions { AllowTruncated = true } }).Predictions.Count);
    }

    [Fact]
    public void Evaluate_GroupsThatTheCorpusTells_HaveTheirOwnRecalls()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        Corpus folder = FolderCorpus.Load(tree.Path);
        Utterance[] clips = [.. folder.Utterances.Select((clip, i) => clip with
        {
            Speaker = $"s{i % 3}",
            Metadata = new Dictionary<string, string> { ["gender"] = i % 3 == 0 ? "female" : "male", ["age"] = i < 4 ? "old" : "young" },
        })];
        EvaluationOptions byBoth = new() { GroupBy = ["gender", "age"] };

        EvaluationReport report = Evaluator.Evaluate(new ParityClassifier(), clips, new EvaluationContext(), byBoth, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([("age", "old"), ("age", "young"), ("gender", "female"), ("gender", "male")], report.Groups.Select(each => (each.By, each.Group)));
        Assert.Equal([1, 2], report.Groups.Skip(2).Select(each => each.SpeakerCount));
        foreach (GroupMetrics group in report.Groups)
        {
            LabeledPrediction[] own = [.. report.Predictions.Where(each => each.Groups![group.By] == group.Group)];
            Assert.Equal(own.Length, group.Count);
            Assert.Equal(own.Average(each => each.IsCorrect ? 1.0 : 0), group.Accuracy, 1e-12);
            Assert.Equal(
                own.GroupBy(each => each.Target).Average(label => label.Average(each => each.IsCorrect ? 1.0 : 0)), group.UnweightedAccuracy, 1e-12);
        }

        Assert.Equal(report.Groups.Select(each => each.UnweightedAccuracy), EvaluationReport.FromJson(report.ToJson()).Groups.Select(each => each.UnweightedAccuracy));
        Assert.Contains("| gender: female |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("young", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("Groups of speakers", report.ToHtml(), StringComparison.Ordinal);
        Assert.Empty(Evaluate(folder).Groups);
    }

    [Fact]
    public void Evaluate_ClipThatIsNoAudio_NamesIt()
    {
        using CorpusTree tree = CorpusTree.Of(["even/a.wav", "odd/b.wav"]);
        Corpus corpus = FolderCorpus.Load(tree.Path);
        tree.Write("odd/b.wav", "RIFF"u8.ToArray());

        CorpusException exception = Assert.Throws<CorpusException>(() => Evaluate(corpus));

        Assert.Contains("folder/odd/b.wav", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ClipTheClassifierRefuses_NamesThatClipOfItsBatch()
    {
        using CorpusTree tree = CorpusTree.Of(["even/a.wav", "odd/b.wav", "odd/d.wav"]);
        new Waveform(16_000, [float.NaN]).Save(tree["odd/c.wav"], WavEncoding.IeeeFloat);
        Corpus corpus = FolderCorpus.Load(tree.Path);

        CorpusException exception = Assert.Throws<CorpusException>(() => Evaluate(corpus));

        Assert.Contains("'folder/odd/c.wav'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ClipsOfTwoCorpora_MeasuresEach()
    {
        using CorpusTree tree = CorpusTree.Of(["a/even/1.wav", "a/odd/2.wav", "b/odd/3.wav"]);
        Corpus corpus = CorpusCombination.Combine("both", ["even", "odd"], FolderCorpus.Load(tree["a"], new FolderCorpusOptions { Name = "a" }),
            FolderCorpus.Load(tree["b"], new FolderCorpusOptions { Name = "b" }));

        EvaluationReport report = EvaluationReport.FromJson(Evaluate(corpus).ToJson());

        // Clips contain their number, so the first two predictions are wrong and the third is right.
        Assert.Equal([new CorpusMetrics("a", 2, 2, 0, 0), new CorpusMetrics("b", 1, 1, 1, 1)], report.Corpora);
        Assert.Contains("b  unweighted accuracy 100.0 % of 1 clips, chance 100.0 %", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("| a | 2 | 0.0 | 0.0 | 50.0 |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("Unweighted accuracy of each corpus", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Split_TestsTheTestPartAndCarriesItsOrigin()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        DataSplit split = new StratifiedRandomSplit { TestFraction = 0.5 }.Create(FolderCorpus.Load(tree.Path));
        List<EvaluationProgress> progress = [];

        EvaluationReport report = Evaluator.Evaluate(
            new ParityClassifier(), split, new EvaluationOptions { BatchSize = 2 }, new Recorder(progress), TestContext.Current.CancellationToken);

        Assert.Equal(split.Test.Utterances.Select(clip => clip.Id), report.Predictions.Select(each => each.Id));
        Assert.Equal(split.Hash, report.Context.SplitHash);
        Assert.Equal("test", report.Context.Part);
        Assert.Null(report.Context.IsSpeakerIndependent);
        Assert.Equal(split.Test.Count, progress[^1].Done);
        Assert.Equal(report.Predictions.Count(each => each.IsCorrect), progress[^1].Correct);
    }

    [Fact]
    public void Evaluate_Cancelled_Stops()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        Corpus corpus = FolderCorpus.Load(tree.Path);

        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator.Evaluate(
            new ParityClassifier(), corpus.Utterances, EvaluationContext.Of(corpus.Info), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static EvaluationReport Evaluate(Corpus corpus, EvaluationOptions? options = null) => Evaluator.Evaluate(
        new ParityClassifier(), corpus.Utterances, EvaluationContext.Of(corpus.Info), options, null, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Names() =>
        from label in new[] { "even", "odd" }
        from number in Enumerable.Range(0, 6)
        select $"{label}/{number}.wav";

    private sealed class Recorder(List<EvaluationProgress> progress) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => progress.Add(value);
    }
}
