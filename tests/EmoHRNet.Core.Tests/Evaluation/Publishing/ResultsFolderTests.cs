using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Publishing;
using EmoHRNet.Evaluation.Robustness;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

public sealed class ResultsFolderTests : IDisposable
{
    private static readonly string[] Labels = ["calm", "angry, loud"];
    private static readonly RunOrigin Origin = new()
    {
        Recipe = "tiny",
        Seed = "1",
        Splits = ["0123456789abcdef", "fedcba9876543210"],
        Commit = "abc1234",
        Chosen = "nothing, \"really\"",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_ReportOfTwoFolds_IsReadBackWithItsFigures()
    {
        ResultsFolder results = new(_folder.Path);
        EvaluationReport report = Report();

        results.Add("first-row", report, Origin, new Dictionary<string, string> { ["tiny"] = "{}" });

        RunRecord run = Assert.Single(results.Runs());
        Assert.Equal(("first-row", 2, 40, true, "nothing, \"really\""), (run.Name, run.FoldCount, run.ClipCount, run.IsSpeakerIndependent, run.Origin.Chosen));
        Assert.Equal(["0123456789ab", "fedcba987654"], run.Origin.Splits);
        Assert.Equal(report.UnweightedAccuracy.Value, run.UnweightedAccuracy.Value, 4);
        Assert.Equal(report.UnweightedAccuracy, results.Report(run).UnweightedAccuracy);
        Assert.Equal("{}\n", File.ReadAllText(_folder["recipes/tiny.json"]));
        Assert.Contains("\"angry, loud\"", File.ReadAllText(_folder["predictions/first-row.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SameNameAgain_ReplacesTheRow()
    {
        ResultsFolder results = new(_folder.Path);
        results.Add("a", Report(), Origin);
        results.Add("b", Report(), Origin);

        results.Add("a", Report(), Origin with { Commit = "newer12" });

        Assert.Equal(["b", "a"], results.Runs().Select(run => run.Name));
        Assert.Equal("newer12", results.Runs()[1].Origin.Commit);
        Assert.Throws<ArgumentException>(() => results.Add("../up", Report(), Origin));
    }

    [Fact]
    public void Add_ReportWithConditions_IsReadBackWithTheirFigures()
    {
        ResultsFolder results = new(_folder.Path);
        EvaluationReport report = Report();
        int[] predicted = [.. report.Predictions.Select((each, i) => i < 10 ? 1 - each.Predicted : each.Predicted)];
        RobustnessResult robustness = RobustnessSummary.Create(
            Labels, report.Predictions,
            [new("hall", "a hall, large", false, false, predicted), new("stereo", "two channels", true, false, [.. report.Predictions.Select(each => each.Predicted)])],
            seed: 3, new EvaluationOptions());

        RunRecord run = results.Add("row", report with { Robustness = robustness }, Origin);
        RobustnessResult read = results.Report(run).Robustness!;

        Assert.Equal((3, 40, 0.25, "a hall, large"), (read.Seed, read.ClipCount, read.Conditions[0].ChangedShare, read.Conditions[0].Description));
        Assert.Equal(robustness.Conditions.Select(each => each.UnweightedAccuracy), read.Conditions.Select(each => each.UnweightedAccuracy));
        Assert.Equal(read.Conditions[0].UnweightedAccuracy.Value, read.Mean);
        Assert.Equal(0, read.Conditions[1].ChangedShare);

        File.WriteAllText(_folder["conditions/row.csv"], "condition,description,kind,seed,predicted\nhall,a hall,averaged,1,0 1 2\n");
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => results.Report(run)).Message, StringComparison.Ordinal);
        results.Add("row", report, Origin);
        Assert.Null(results.Report(run).Robustness);
    }

    [Fact]
    public void Save_ProbabilitiesThatFourDigitsMakeEqual_KeepTheAnswer()
    {
        LabeledPrediction prediction = new("a", "anna", 1, [0.49999f, 0.50001f]) { Fold = 3 };

        PredictionTable.Save(_folder["p.csv"], Labels, [prediction]);
        (IReadOnlyList<string> labels, IReadOnlyList<LabeledPrediction> read) = PredictionTable.Load(_folder["p.csv"]);

        Assert.Equal(Labels, labels);
        Assert.Equal((1, 3, "anna"), (read[0].Predicted, read[0].Fold, read[0].Speaker));
        Assert.Equal(0.5, read[0].Probabilities[1], 4);
    }

    [Theory]
    [InlineData("fold,clip\n", "is not a table of predictions")]
    [InlineData("fold,clip,speaker,target,a,b\n1,x,anna,c,0.5,0.5\n", "line 2")]
    [InlineData("fold,clip,speaker,target,a,b\n1,x,anna,a,0.5\n", "line 2")]
    [InlineData("fold,clip,speaker,target,a,b\none,x,anna,a,0.5,0.5\n", "line 2")]
    public void Load_OtherText_SaysWhere(string text, string expected)
    {
        File.WriteAllText(_folder["p.csv"], text);

        Assert.Contains(expected, Assert.Throws<FormatException>(() => PredictionTable.Load(_folder["p.csv"])).Message, StringComparison.Ordinal);
    }

    private static EvaluationReport Report() => EvaluationReport.Create(
        Labels,
        [.. Enumerable.Range(0, 40).Select(i => new LabeledPrediction($"clip{i}", $"speaker{i % 4}", i % 2, i % 5 == 0 ? [0.5f, 0.5f] : i % 2 == 0 ? [0.9f, 0.1f] : [0.2f, 0.8f]) { Fold = 1 + (i % 2) })],
        new EvaluationContext { Corpus = "Tones", Protocol = "by hand", Command = "train", IsSpeakerIndependent = true });
}
