using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation;

public class BootstrapTests
{
    private static readonly string[] Labels = ["a", "b"];
    private static readonly EvaluationContext NewVoices = new() { IsSpeakerIndependent = true };

    [Fact]
    public void Create_SpeakersThatDiffer_HaveTheIntervalOfSpeakersNotOfClips()
    {
        // 16 speakers, half of them always right, half always wrong: only the drawn speakers vary, as in 16 coin flips.
        LabeledPrediction[] predictions = [.. from speaker in Enumerable.Range(0, 16) from clip in Enumerable.Range(0, 50) select Said(speaker, clip, speaker % 2 == 0)];

        double speakers = Width(EvaluationReport.Create(Labels, predictions, NewVoices).Accuracy);
        double clips = Width(EvaluationReport.Create(Labels, predictions, NewVoices with { IsSpeakerIndependent = false }).Accuracy);

        Assert.Equal(2 * 1.96 * Math.Sqrt(0.25 / 16), speakers, 0.05);
        Assert.Equal(2 * 1.96 * Math.Sqrt(0.25 / 800), clips, 0.01);
    }

    [Fact]
    public void Create_FoldsOfOneSpeakerEach_DrawTheFolds()
    {
        LabeledPrediction[] predictions =
        [
            .. from speaker in Enumerable.Range(0, 16) from clip in Enumerable.Range(0, 50)
               select Said(speaker, clip, speaker % 2 == 0) with { Fold = speaker + 1 },
        ];

        double width = Width(EvaluationReport.Create(Labels, predictions, NewVoices).Accuracy);

        Assert.Equal(2 * 1.96 * Math.Sqrt(0.25 / 16), width, 0.05);
    }

    [Fact]
    public void Create_SpeakersUnknown_DrawsSpeakersAndKnownOnesDrawsClipsUnlessToldOtherwise()
    {
        LabeledPrediction[] predictions = [.. from speaker in Enumerable.Range(0, 4) from clip in Enumerable.Range(0, 5) select Said(speaker, clip, true)];

        ResamplingUnit Unit(bool? independent, ResamplingUnit asked = ResamplingUnit.Automatic) => EvaluationReport
            .Create(Labels, predictions, new EvaluationContext { IsSpeakerIndependent = independent }, new EvaluationOptions { BootstrapUnit = asked }).IntervalUnit;

        Assert.Equal((ResamplingUnit.Speakers, ResamplingUnit.Speakers, ResamplingUnit.Clips), (Unit(null), Unit(true), Unit(false)));
        Assert.Equal((ResamplingUnit.Clips, ResamplingUnit.Speakers), (Unit(true, ResamplingUnit.Clips), Unit(false, ResamplingUnit.Speakers)));
    }

    [Fact]
    public void Compare_OneClipBetterInTen_FindsTheDifferenceAndItsPairedInterval()
    {
        // Both are wrong on the same 40% of clips; the better one is right on 10% more. In a paired bootstrap only those 10% vary.
        LabeledPrediction[] worse = [.. Enumerable.Range(0, 1000).Select(clip => Said(0, clip, clip % 10 >= 5))];
        LabeledPrediction[] better = [.. Enumerable.Range(0, 1000).Select(clip => Said(0, clip, clip % 10 >= 4)).Reverse()];
        EvaluationContext context = new() { IsSpeakerIndependent = false };
        EvaluationReport first = EvaluationReport.Create(Labels, better, context with { Model = "better" });
        EvaluationReport second = EvaluationReport.Create(Labels, worse, context with { Model = "worse" });

        ReportComparison comparison = first.Compare(second);

        Assert.Equal(0.1, comparison.Accuracy.Value, 12);
        Assert.Equal(2 * 1.96 * Math.Sqrt(0.1 * 0.9 / 1000), Width(comparison.Accuracy), 0.004);
        Assert.Equal(-0.1, second.Compare(first).Accuracy.Value, 12);
        Assert.Equal(0, first.Compare(first).UnweightedAccuracy.Upper);
        Assert.StartsWith("better is 10.0 (", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_ReportsOfOtherClips_SaysWhichIsMissing()
    {
        EvaluationReport report = EvaluationReport.Create(Labels, [Said(0, 1, true), Said(0, 2, true)], NewVoices with { Model = "first" });
        EvaluationReport other = EvaluationReport.Create(Labels, [Said(0, 1, true), Said(0, 3, true)], NewVoices with { Model = "second" });
        EvaluationReport otherFold = EvaluationReport.Create(Labels, [Said(0, 1, true) with { Fold = 1 }, Said(0, 2, true) with { Fold = 2 }], NewVoices);

        Assert.Contains("'s0-2'", Assert.Throws<ArgumentException>(() => report.Compare(other)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => report.Compare(otherFold));
        Assert.Throws<ArgumentException>(() => report.Compare(report with { Predictions = [] }));
        Assert.Throws<ArgumentException>(() => report.Compare(EvaluationReport.Create(["b", "a"], report.Predictions, NewVoices)));
    }

    private static LabeledPrediction Said(int speaker, int clip, bool right) =>
        new($"s{speaker}-{clip}", $"s{speaker}", clip % 2, clip % 2 == 0 == right ? [0.9f, 0.1f] : [0.1f, 0.9f]);

    private static double Width(ConfidenceInterval interval) => interval.Upper - interval.Lower;
}
