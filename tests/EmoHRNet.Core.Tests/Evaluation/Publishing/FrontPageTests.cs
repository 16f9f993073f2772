using EmoHRNet.Evaluation;
using static EmoHRNet.Core.Tests.Evaluation.Publishing.PageFigure;

namespace EmoHRNet.Core.Tests.Evaluation.Publishing;

/// <summary>The figures on the front page for real speech follow from the published predictions, too.</summary>
public class FrontPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(ResultsPage.Docs, "..", "README.md"));

    private static readonly string[] NewLanguages = ["world-urdu", "world-ased", "world-turevdb", "world-emotiontts"];

    [Fact]
    public void FrontPage_Recordings_AreRecognizedAsOftenAsItSays()
    {
        EvaluationReport newActors = ResultsPage.Reports["world-taught-new"];
        double[] languages = [.. NewLanguages.Select(name => ResultsPage.Reports[name].UnweightedAccuracy.Value)];
        string chance = $"{Percent(1.0 / newActors.Labels.Count, 1)}%";

        Assert.Equal(
            [
                $"| new actors of RAVDESS | {Percent(newActors.UnweightedAccuracy.Value, 1)}% | {chance} |",
                $"| the same under 19 simulated conditions | {Percent(newActors.Robustness!.Mean, 1)}% | {chance} |",
                $"| EMO-DB left out of training | {LeftOut("emodb")}% | {chance} |",
                $"| RAVDESS left out of training | {LeftOut("ravdess")}% | {chance} |",
                $"| nEMO left out of training | {LeftOut("nemo")}% | {chance} |",
                $"| Indian EmoSpeech left out of training | {LeftOut("indian")}% | {chance} |",
                $"| Urdu, Amharic, Turkish, Korean | {Percent(languages.Min(), 0)}% to {Percent(languages.Max(), 0)}% | {chance} |",
            ],
            Table("| Recordings | Accuracy | Chance |"));
    }

    [Fact]
    public void FrontPage_Emotions_AreRecognizedAsOftenAsItSays()
    {
        EvaluationReport newActors = ResultsPage.Reports["world-taught-new"];

        Assert.Equal(
            newActors.Labels.Select((label, row) => $"| {label} | {Recall(newActors, row)}% | {TakenFor(newActors, row)} |"),
            Table("| Emotion | Recall | Most often taken for |"));
    }

    [Fact]
    public void FrontPage_RavdessAlone_IsRecognizedAsOftenAsItSays() => Assert.Contains(
        $"has {Percent(ResultsPage.Reports["small-taught-random"].UnweightedAccuracy.Value, 1)}% on known actors; such networks have "
        + $"{Percent(ResultsPage.Reports["small-taught-new"].UnweightedAccuracy.Value, 1)}% on new actors",
        string.Join(' ', Lines), StringComparison.Ordinal);

    private static IEnumerable<string> Table(string header) => Lines.SkipWhile(line => line != header).Skip(2).TakeWhile(line => line.StartsWith('|'));

    private static string LeftOut(string corpus) => Percent(
        ResultsPage.Part(ResultsPage.Reports["world-corpus-out"], clip => clip.Id.StartsWith(corpus + "/", StringComparison.Ordinal)).UnweightedAccuracy.Value, 1);

    private static string Recall(EvaluationReport report, int row) => Percent((double)report.Confusion[row][row] / report.Confusion[row].Sum(), 0);

    // Of emotions with the same count, the first label.
    private static string TakenFor(EvaluationReport report, int row) => string.Join(", ", report.Labels
        .Select((label, column) => (label, column, Count: report.Confusion[row][column]))
        .Where(other => other.column != row).OrderByDescending(other => other.Count).Take(2).Select(other => other.label));
}
