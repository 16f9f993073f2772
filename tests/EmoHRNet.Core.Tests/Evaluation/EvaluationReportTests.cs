using System.Xml.Linq;
using EmoHRNet.Audio.Options;
using EmoHRNet.Evaluation;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Evaluation;

public class EvaluationReportTests
{
    private static readonly EvaluationContext Context = new() { Corpus = "RAVDESS", Part = "test", Protocol = "by hand", SplitHash = "abc", Command = "evaluate <all>" };

    [Fact]
    public void Create_Predictions_GivesFiguresInsideTheirIntervals()
    {
        EvaluationReport report = Report();

        Assert.Equal(600, report.Metrics.Count);
        Assert.Equal(report.Metrics.Accuracy, report.Accuracy.Value, 12);
        Assert.Equal(report.Metrics.UnweightedAccuracy, report.UnweightedAccuracy.Value, 12);
        Assert.InRange(report.Accuracy.Value, report.Accuracy.Lower, report.Accuracy.Upper);
        Assert.InRange(report.UnweightedAccuracy.Value, report.UnweightedAccuracy.Lower, report.UnweightedAccuracy.Upper);
        Assert.Equal(600, report.Confusion.Sum(row => row.Sum()));
        Assert.Equal(600, report.Speakers.Sum(speaker => speaker.Count));
    }

    [Fact]
    public void Create_BootstrapOfAccuracy_AgreesWithTheBinomialDeviation()
    {
        EvaluationReport report = EvaluationReport.Create(SyntheticPredictions.Labels, SyntheticPredictions.Draw(2000, 1), Context with { IsSpeakerIndependent = false });
        double accuracy = report.Accuracy.Value;
        double expected = 2 * 1.96 * Math.Sqrt(accuracy * (1 - accuracy) / 2000);

        Assert.Equal(expected, report.Accuracy.Upper - report.Accuracy.Lower, 0.1 * expected);
    }

    [Fact]
    public void Create_SameSeed_GivesTheSameIntervalAndAnotherSeedAnother()
    {
        Assert.Equal(Report().UnweightedAccuracy, Report().UnweightedAccuracy);
        Assert.NotEqual(
            Report().Accuracy with { Value = 0 },
            EvaluationReport.Create(SyntheticPredictions.Labels, SyntheticPredictions.Draw(599, 2), Context, new EvaluationOptions { BootstrapSeed = 5 }).Accuracy with { Value = 0 });
    }

    [Fact]
    public void Average_ModelsThatErrDifferently_IsRightWhereTheirMeanIs()
    {
        string[] labels = ["angry", "calm"];
        EvaluationReport first = EvaluationReport.Create(labels, [Said("a", 0, 0.9f), Said("b", 1, 0.6f), Said("c", 1, 0.9f)], Context);
        EvaluationReport second = EvaluationReport.Create(labels, [Said("a", 0, 0.4f), Said("b", 1, 0.3f), Said("c", 1, 0.8f)], Context);

        EvaluationReport average = EvaluationReport.Average([first, second], Context);

        Assert.Equal([0.65f, 0.45f, 0.85f], average.Predictions.Select(prediction => MathF.Round(prediction.Probabilities[0], 5)));
        Assert.Equal(2 / 3.0, average.Metrics.Accuracy, 12);
        Assert.Equal((1 / 3.0, 1 / 3.0), (first.Metrics.Accuracy, second.Metrics.Accuracy));
    }

    [Fact]
    public void Average_Geometric_IsTheSoftmaxOfTheMeanLogits()
    {
        string[] labels = ["angry", "calm"];
        EvaluationReport first = EvaluationReport.Create(labels, [Said("a", 0, Sigmoid(3)), Said("b", 1, 1f)], Context);
        EvaluationReport second = EvaluationReport.Create(labels, [Said("a", 0, Sigmoid(-1)), Said("b", 1, 0.5f)], Context);

        EvaluationReport average = EvaluationReport.Average([first, second], Context, mean: EnsembleMean.Geometric);

        Assert.Equal(Sigmoid(1), average.Predictions[0].Probabilities[0], 5);
        Assert.Equal(1, average.Predictions[0].Probabilities.Sum(), 5);
        Assert.InRange(average.Predictions[1].Probabilities[1], 1e-7f, 1e-5f);
        Assert.Throws<ArgumentOutOfRangeException>(() => EvaluationReport.Average([first], Context, mean: (EnsembleMean)7));

        static float Sigmoid(double logit) => (float)(1 / (1 + Math.Exp(-logit)));
    }

    [Fact]
    public void Average_ReportsThatDoNotMatch_SaysWhichAndWhy()
    {
        string[] labels = ["angry", "calm"];
        EvaluationReport report = EvaluationReport.Create(labels, [Said("a", 0, 0.9f)], Context with { Model = "first" });
        EvaluationReport otherClip = EvaluationReport.Create(labels, [Said("b", 0, 0.9f)], Context with { Model = "second" });
        EvaluationReport otherLabels = EvaluationReport.Create(["calm", "angry"], [Said("a", 0, 0.9f)], Context with { Model = "third" });

        Assert.Throws<ArgumentException>(() => EvaluationReport.Average([], Context));
        Assert.Contains("'second'", Assert.Throws<ArgumentException>(() => EvaluationReport.Average([report, otherClip], Context)).Message, StringComparison.Ordinal);
        Assert.Contains("calm, angry", Assert.Throws<ArgumentException>(() => EvaluationReport.Average([report, otherLabels], Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromJson_WrittenReport_IsTheSameReport()
    {
        EvaluationReport report = Report();

        EvaluationReport read = EvaluationReport.FromJson(report.ToJson());

        Assert.Equal(report.ToJson(), read.ToJson());
        Assert.Equal(report.UnweightedAccuracy, read.UnweightedAccuracy);
        Assert.Equal(report.Predictions[5].Id, read.Predictions[5].Id);
        Assert.Equal(report.Training, read.Training);
    }

    [Fact]
    public void ToHtml_Report_IsOneWellFormedPageThatLoadsNothing()
    {
        string html = Report().ToHtml();

        int pictures = 0;
        for (int start = html.IndexOf("<svg", StringComparison.Ordinal); start >= 0; start = html.IndexOf("<svg", start + 1, StringComparison.Ordinal))
        {
            int end = html.IndexOf("</svg>", start, StringComparison.Ordinal) + "</svg>".Length;
            Assert.NotEmpty(XElement.Parse(html[start..end]).Elements());
            pictures++;
        }

        Assert.Equal(9, pictures);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("evaluate &lt;all&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_ClassThatNeverOccurs_HasNoBrokenPicture()
    {
        EvaluationReport report = EvaluationReport.Create(["a", "b", "c"], [new("x", "anna", 0, [0.6f, 0.4f, 0]), new("y", "ben", 1, [0.6f, 0.4f, 0])], Context);

        Assert.DoesNotContain("NaN", report.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_EpochChosenOnTheTest_SayThatTheyAreOptimistic()
    {
        EvaluationReport report = Report() with { Context = Context with { IsTestSelected = true, IsSpeakerIndependent = false } };

        Assert.All([report.ToText(), report.ToMarkdown(), report.ToHtml()], text =>
        {
            Assert.Contains("It is optimistic", text, StringComparison.Ordinal);
            Assert.Contains("expect less of new voices", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("r.json", "\"unweightedAccuracy\"")]
    [InlineData("r.md", "| unweighted accuracy |")]
    [InlineData("deep/r.HTML", "<!DOCTYPE html>")]
    public void Save_KnownExtension_WritesThatForm(string name, string expected)
    {
        using TemporaryFolder folder = new();

        Report().Save(folder[name]);

        Assert.Contains(expected, File.ReadAllText(folder[name]), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_OtherExtension_SaysWhichThereAre()
    {
        using TemporaryFolder folder = new();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => Report().Save(folder["r.pdf"]));

        Assert.Contains(".json, .md, .html", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_PredictionsThatDoNotFit_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => EvaluationReport.Create(["a", "b"], [], Context));
        Assert.Throws<ArgumentException>(() => EvaluationReport.Create(["a", "b"], [new("x", "anna", 2, [0.5f, 0.5f])], Context));
        Assert.Throws<ArgumentException>(() => EvaluationReport.Create(["a", "b"], [new("x", "anna", 0, [float.NaN, 0.5f])], Context));
        Assert.Throws<InvalidOptionsException>(
            () => EvaluationReport.Create(["a", "b"], [new("x", "anna", 0, [0.5f, 0.5f])], Context, new EvaluationOptions { BootstrapSamples = 1 }));
    }

    private static EvaluationReport Report() => EvaluationReport.Create(SyntheticPredictions.Labels, SyntheticPredictions.Draw(600, 1), Context) with
    {
        Training = [.. Enumerable.Range(1, 20).Select(epoch => new EpochRecord(epoch, 1e-3, 2.0 / epoch, 0.5, 1 - (1.0 / epoch), 2.2 / epoch, 1, 0))],
        KeptEpoch = 18,
    };

    private static LabeledPrediction Said(string id, int target, float first) => new(id, "someone", target, [first, 1 - first]);
}
