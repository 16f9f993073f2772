using EmoHRNet.Core.Tests.Splits;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Evaluation;

public class CrossValidationTests
{
    private readonly IReadOnlyList<DataSplit> _folds = new StratifiedKFold { Folds = 3 }.Split(new SmallCorpus().Corpus);
    private readonly List<int> _run = [];

    [Fact]
    public void Run_InterruptedAndStartedAgain_RunsOnlyWhatIsNotFinished()
    {
        using TemporaryFolder folder = new();
        CrossValidationOptions options = Options(folder);

        Assert.Throws<IOException>(() => Run(options, _folds, (split, _) => split.Origin.Fold == 2 ? throw new IOException("killed") : Test(split)));
        List<FoldProgress> progress = [];
        FoldSummary summary = Run(options, _folds, (split, _) => Test(split), new Recorder(progress));

        Assert.Equal([1, 2, 3], _run);
        Assert.Equal(FoldState.Found, progress[0].State);
        Assert.True(summary.IsComplete);
        Assert.Equal(_folds.Sum(fold => fold.Test.Count), summary.Report!.Metrics.Count);
    }

    [Fact]
    public void Run_FoldByFoldAsOnSeveralMachines_EndsInTheSummaryOfOneRun()
    {
        using TemporaryFolder one = new();
        using TemporaryFolder many = new();
        string expected = Run(Options(one), _folds, (split, _) => Test(split)).Report!.ToJson();

        FoldSummary first = Run(Options(many) with { OnlyFold = 2 }, _folds, (split, _) => Test(split));
        Run(Options(many) with { OnlyFold = 3 }, _folds, (split, _) => Test(split));
        FoldSummary last = Run(Options(many) with { OnlyFold = 1 }, _folds, (split, _) => Test(split));

        Assert.Equal([1, 3], first.MissingFolds);
        Assert.Contains("not the figures of the protocol", first.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal(expected, last.Report!.ToJson());
        Assert.True(File.Exists(many["summary.html"]));
    }

    [Fact]
    public void Run_Figures_AreMeansOverFolds()
    {
        using TemporaryFolder folder = new();

        FoldSummary summary = Run(Options(folder), _folds, (split, _) => Test(split));

        double[] scores = [.. summary.Folds.Select(fold => fold.UnweightedAccuracy)];
        Assert.Equal(scores.Average(), summary.Report!.UnweightedAccuracy.Value, 12);
        Assert.Equal(Math.Sqrt(scores.Sum(score => Math.Pow(score - scores.Average(), 2)) / 2), summary.UnweightedAccuracyDeviation, 12);
        Assert.InRange(summary.Report.UnweightedAccuracy.Value, summary.Report.UnweightedAccuracy.Lower, summary.Report.UnweightedAccuracy.Upper);
    }

    [Fact]
    public void Run_OtherSettings_AreNotMixedIn()
    {
        using TemporaryFolder folder = new();
        Run(Options(folder) with { OnlyFold = 3 }, _folds, (split, _) => Test(split));

        FoldResultException exception = Assert.Throws<FoldResultException>(
            () => Run(Options(folder) with { Settings = "epochs 200" }, _folds, (split, _) => Test(split)));

        Assert.Contains("other settings", exception.Message, StringComparison.Ordinal);
        Assert.Equal([3], _run);
    }

    [Fact]
    public void Run_OtherSplit_IsNotMixedIn()
    {
        using TemporaryFolder folder = new();
        Run(Options(folder), _folds, (split, _) => Test(split));
        IReadOnlyList<DataSplit> others = new StratifiedKFold { Folds = 3, Seed = 9 }.Split(_folds[0].Corpus);

        FoldResultException exception = Assert.Throws<FoldResultException>(
            () => Run(Options(folder), others, (split, _) => Test(split)));

        Assert.Contains(others[0].Hash[..12], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DamagedResult_SaysToDeleteIt()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["fold-01-of-03.json"], "{");

        FoldResultException exception = Assert.Throws<FoldResultException>(
            () => Run(Options(folder), _folds, (split, _) => Test(split)));

        Assert.Contains("Delete it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ReportOfOtherClips_IsRefused()
    {
        using TemporaryFolder folder = new();

        Assert.Throws<ArgumentException>(() => Run(Options(folder), _folds, (_, _) => Test(_folds[2])));
    }

    [Fact]
    public void Run_NoSuchFold_IsRefused()
    {
        using TemporaryFolder folder = new();

        Assert.Throws<ArgumentException>(() => Run(Options(folder) with { OnlyFold = 4 }, _folds, (split, _) => Test(split)));
    }

    [Fact]
    public void Merge_FoldsOfSeveralFolders_EndsInTheSummaryOfOneRun()
    {
        using TemporaryFolder folder = new();
        string expected = Run(In(folder["one"]), _folds, (split, _) => Test(split)).Report!.ToJson();
        string[] machines = [.. Enumerable.Range(1, 3).Select(fold => RunOnly(folder[$"machine{fold}"], fold))];

        FoldSummary merged = new CrossValidation(In(folder["all"])).Merge(_folds, machines);

        Assert.True(merged.IsComplete);
        Assert.Equal(expected, merged.Report!.ToJson());
        Assert.Equal(3, Directory.GetFiles(folder["all"], "fold-*.json").Length);
        Assert.True(File.Exists(folder["all/summary.html"]));
    }

    [Fact]
    public void Merge_FoldMissing_IsSaidAndAddedLater()
    {
        using TemporaryFolder folder = new();
        CrossValidation driver = new(In(folder["all"]));

        FoldSummary first = driver.Merge(_folds, [RunOnly(folder["a"], 1), RunOnly(folder["b"], 3)]);
        FoldSummary last = driver.Merge(_folds, [RunOnly(folder["c"], 2), folder["a"]]);

        Assert.Equal([2], first.MissingFolds);
        Assert.True(last.IsComplete);
    }

    [Fact]
    public void Merge_OtherSettings_AreNamedAndNothingIsWritten()
    {
        using TemporaryFolder folder = new();
        RunOnly(folder["a"], 1);
        Run(In(folder["b"]) with { OnlyFold = 2, Settings = "epochs 200" }, _folds, (split, _) => Test(split));

        FoldResultException exception = Assert.Throws<FoldResultException>(() => new CrossValidation(In(folder["all"])).Merge(_folds, [folder["a"], folder["b"]]));

        Assert.Contains(folder["b"], exception.Message, StringComparison.Ordinal);
        Assert.Contains("'epochs 200' there, 'epochs 100' here", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["all"]));
    }

    [Fact]
    public void Merge_OtherSplit_IsRefused()
    {
        using TemporaryFolder folder = new();
        IReadOnlyList<DataSplit> others = new StratifiedKFold { Folds = 3, Seed = 9 }.Split(_folds[0].Corpus);
        Run(In(folder["b"]) with { OnlyFold = 2 }, others, (split, _) => Test(split));

        FoldResultException exception = Assert.Throws<FoldResultException>(
            () => new CrossValidation(In(folder["all"])).Merge(_folds, [RunOnly(folder["a"], 1), folder["b"]]));

        Assert.Contains(others[1].Hash[..12], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_OneFoldTwice_IsTakenWhereEqualAndRefusedWhereNot()
    {
        using TemporaryFolder folder = new();
        RunOnly(folder["a"], 1);
        RunOnly(folder["same"], 1);
        Run(In(folder["different"]) with { OnlyFold = 1 }, _folds, (split, _) => Test(split, right: 1));

        Assert.Equal([2, 3], new CrossValidation(In(folder["all"])).Merge(_folds, [folder["a"], folder["same"]]).MissingFolds);
        FoldResultException exception = Assert.Throws<FoldResultException>(
            () => new CrossValidation(In(folder["other"])).Merge(_folds, [folder["a"], folder["different"]]));

        Assert.Contains("Fold 1 has one result", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_FolderWithoutResults_IsRefused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["empty"]);
        CrossValidation driver = new(In(folder["all"]));

        Assert.Contains("no result", Assert.Throws<FoldResultException>(() => driver.Merge(_folds, [folder["empty"]])).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => driver.Merge(_folds, [folder["none"]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => driver.Merge(_folds, []));
    }

    private string RunOnly(string folder, int fold)
    {
        Run(In(folder) with { OnlyFold = fold }, _folds, (split, _) => Test(split));
        return folder;
    }

    private static CrossValidationOptions In(string folder) => new()
    {
        Folder = folder,
        Settings = "epochs 100",
        Evaluation = new EvaluationOptions { BootstrapSamples = 200 },
    };

    private static FoldSummary Run(
        CrossValidationOptions options, IReadOnlyList<DataSplit> folds, Func<DataSplit, CancellationToken, EvaluationReport> runFold, IProgress<FoldProgress>? progress = null) =>
        new CrossValidation(options).Run(folds, runFold, progress, TestContext.Current.CancellationToken);

    private static CrossValidationOptions Options(TemporaryFolder folder) => In(folder.Path);

    /// <summary>Right for every clip whose name ends in an even digit, or in an odd one.</summary>
    private EvaluationReport Test(DataSplit split, int right = 0)
    {
        _run.Add(split.Origin.Fold!.Value);
        LabeledPrediction[] predictions =
        [
            .. split.Test.Utterances.Zip(split.Test.Targets, (clip, target) =>
            {
                float[] probabilities = [0.1f, 0.1f, 0.1f];
                probabilities[(clip.Id[^1] - '0') % 2 == right ? target : (target + 1) % 3] = 0.8f;
                return new LabeledPrediction(clip.Id, clip.Speaker, target, probabilities);
            }),
        ];
        return EvaluationReport.Create(split.Labels, predictions, EvaluationContext.Of(split, split.Test));
    }

    private sealed class Recorder(List<FoldProgress> progress) : IProgress<FoldProgress>
    {
        public void Report(FoldProgress value) => progress.Add(value);
    }
}
