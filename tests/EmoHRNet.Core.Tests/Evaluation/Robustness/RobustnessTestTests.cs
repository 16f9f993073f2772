using EmoHRNet.Audio;
using EmoHRNet.Core.Tests.Corpora;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Core.Tests.Evaluation.Robustness;

/// <summary>The classifier predicts the parity of the first sample, so the effect of a condition on predictions is known.</summary>
public class RobustnessTestTests
{
    private static readonly TestCondition Nothing = new("nothing", "no change", (clip, _) => clip, isInvariance: true);

    private static readonly TestCondition Flip = new("flip", "one more than the first sample", (clip, _) => AddToFirst(clip, 1));

    private static readonly TestCondition Half = new("half", "one more, for half of the clips", (clip, random) => AddToFirst(clip, random.Next(2)));

    [Fact]
    public void Run_KnownChanges_ReportsAccuracyAndChangedAnswersOfEach()
    {
        RobustnessResult result = Run([Nothing, Flip, Half]);

        Assert.Equal(12, result.ClipCount);
        Assert.Equal(0, result.Conditions[0].ChangedShare);
        Assert.Equal(result.Clean, result.Conditions[0].UnweightedAccuracy);
        Assert.Equal(1, result.Conditions[1].ChangedShare);
        Assert.Equal(1 - result.Clean.Value, result.Conditions[1].UnweightedAccuracy.Value, 1e-12);
        Assert.InRange(result.Conditions[2].ChangedShare, 0.01, 0.99);
    }

    [Fact]
    public void Run_Averages_LeaveInvariancesOut()
    {
        RobustnessResult result = Run([Nothing, Flip, Half]);

        Assert.Equal((result.Conditions[1].UnweightedAccuracy.Value + result.Conditions[2].UnweightedAccuracy.Value) / 2, result.Mean, 1e-12);
        Assert.NotEqual("nothing", result.Worst!.Name);
    }

    [Fact]
    public void Run_AdditionalConditions_AreReportedAndNotAveraged()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        Corpus corpus = FolderCorpus.Load(tree.Path);
        TestCondition own = new("own", "two more than the first sample", (clip, _) => AddToFirst(clip, 2)) { IsAdditional = true };
        RobustnessResult result = RobustnessTest.Run(
            new ParityClassifier(), corpus.Utterances, [Flip], additional: [own], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["flip", "own"], result.Conditions.Select(each => each.Name));
        Assert.Equal(0, result.Conditions[1].ChangedShare);
        Assert.Equal(result.Conditions[0].UnweightedAccuracy.Value, result.Mean);
    }

    [Fact]
    public void Run_OtherConditionsBeside_ChangesNothingAndSeedDoes()
    {
        ConditionResult alone = Assert.Single(Run([Half]).Conditions);
        AssertSame(alone, Run([Flip, Half]).Conditions[1]);
        Assert.Contains(Enumerable.Range(2, 8), seed => Run([Half], seed).Conditions[0].ChangedShare != alone.ChangedShare);
    }

    [Fact]
    public void Run_OtherNamesOfTheClips_ChangesNothing()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        IReadOnlyList<Utterance> clips = FolderCorpus.Load(tree.Path).Utterances;
        Utterance[] renamed = [.. clips.Select(clip => clip with { Id = $"other/{clip.Id}" })];

        RobustnessResult[] results = [.. new[] { clips, renamed }.Select(each =>
            RobustnessTest.Run(new ParityClassifier(), each, [Half], cancellationToken: TestContext.Current.CancellationToken))];

        AssertSame(results[0].Conditions[0], results[1].Conditions[0]);
    }

    [Fact]
    public void Run_TwoConditionsOfOneName_Throws() => Assert.Throws<ArgumentException>(() => Run([Half, new TestCondition("half", "again", (clip, _) => clip)]));

    [Fact]
    public void Report_WithConditions_HasThemInEveryForm()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        Corpus corpus = FolderCorpus.Load(tree.Path);
        ParityClassifier classifier = new();
        EvaluationReport report = Evaluator.Evaluate(
            classifier, corpus.Utterances, new EvaluationContext(), cancellationToken: TestContext.Current.CancellationToken) with
        { Robustness = Run([Nothing, Flip]) };

        Assert.All(report.Robustness!.Conditions.Zip(EvaluationReport.FromJson(report.ToJson()).Robustness!.Conditions), pair => AssertSame(pair.First, pair.Second));
        Assert.Contains("| flip | one more than the first sample |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("flip", report.ToText(), StringComparison.Ordinal);
        Assert.Contains(">flip</text>", report.ToHtml(), StringComparison.Ordinal);
        report.Save(tree["conditions.svg"]);
        Assert.Contains(System.Xml.Linq.XElement.Load(tree["conditions.svg"]).Descendants(), each => each.Value == "flip");
        Assert.Throws<ArgumentException>(() => (report with { Robustness = null }).Save(tree["none.svg"]));
        Assert.DoesNotContain("Conditions", (report with { Robustness = null }).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfFolds_ConditionsOfEveryFold_AreMeansOverFolds()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        IReadOnlyList<Utterance> clips = FolderCorpus.Load(tree.Path).Utterances;
        EvaluationReport first = Report([.. clips.Take(5)], [Flip, Half]), second = Report([.. clips.Skip(5)], [Flip, Half]);

        RobustnessResult both = Folds(first, second).Robustness!;

        Assert.Equal(12, both.ClipCount);
        Assert.Equal((first.Robustness!.Clean.Value + second.Robustness!.Clean.Value) / 2, both.Clean.Value, 1e-12);
        Assert.All(both.Conditions, (condition, i) =>
        {
            (ConditionResult one, ConditionResult other) = (first.Robustness.Conditions[i], second.Robustness.Conditions[i]);
            Assert.Equal((one.UnweightedAccuracy.Value + other.UnweightedAccuracy.Value) / 2, condition.UnweightedAccuracy.Value, 1e-12);
            Assert.Equal(((5 * one.ChangedShare) + (7 * other.ChangedShare)) / 12, condition.ChangedShare, 1e-12);
            Assert.Equal([.. one.Predicted, .. other.Predicted], condition.Predicted);
        });
        Assert.Null(Folds(first, second with { Robustness = null }).Robustness);
    }

    [Fact]
    public void OfFolds_OtherConditionsInOneFold_Throws()
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        IReadOnlyList<Utterance> clips = FolderCorpus.Load(tree.Path).Utterances;
        EvaluationReport first = Report([.. clips.Take(5)], [Flip]), second = Report([.. clips.Skip(5)], [Half]), longer = Report(clips, [Flip]);

        Assert.Contains("different conditions", Assert.Throws<ArgumentException>(() => Folds(first, second)).Message, StringComparison.Ordinal);
        Assert.Contains("12 clips", Assert.Throws<ArgumentException>(() => Folds(first, first with { Robustness = longer.Robustness })).Message, StringComparison.Ordinal);
    }

    private static EvaluationReport Folds(EvaluationReport first, EvaluationReport second) =>
        EvaluationReport.OfFolds(new Dictionary<int, EvaluationReport> { [1] = first, [2] = second }, new EvaluationContext());

    private static EvaluationReport Report(IReadOnlyList<Utterance> clips, IReadOnlyList<TestCondition> conditions)
    {
        ParityClassifier classifier = new();
        return Evaluator.Evaluate(classifier, clips, new EvaluationContext(), cancellationToken: TestContext.Current.CancellationToken) with
        {
            Robustness = RobustnessTest.Run(classifier, clips, conditions, cancellationToken: TestContext.Current.CancellationToken),
        };
    }

    private static void AssertSame(ConditionResult expected, ConditionResult actual)
    {
        Assert.Equal(expected.Predicted, actual.Predicted);
        Assert.Equal(expected with { Predicted = [] }, actual with { Predicted = [] });
    }

    private static RobustnessResult Run(IReadOnlyList<TestCondition> conditions, int seed = 1)
    {
        using CorpusTree tree = CorpusTree.Of(Names());
        return RobustnessTest.Run(new ParityClassifier(), FolderCorpus.Load(tree.Path).Utterances, conditions, seed, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static string[] Names() => [.. Enumerable.Range(0, 12).Select(i => $"{(i % 3 == 0 ? "even" : "odd")}/clip{i}.wav")];

    private static Waveform AddToFirst(Waveform clip, int units)
    {
        float[] samples = clip.Channel(0).ToArray();
        samples[0] = (ParityClassifier.Sample(clip) + units) / 32768f;
        return new Waveform(clip.SampleRate, samples);
    }
}
