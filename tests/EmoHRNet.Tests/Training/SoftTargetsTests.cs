using EmoHRNet.Core.Tests.Splits;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class SoftTargetsTests
{
    [Fact]
    public void Write_Plain_IsOneHot() => Assert.Equal([0f, 0f, 1f], Row(new SoftTargets(3, 0), 2, 2, 1));

    [Fact]
    public void Write_Smoothing_MovesMassToAllClassesEvenly()
    {
        float[] row = Row(new SoftTargets(4, 0.2), 1, 1, 1);

        Assert.Equal([0.05f, 0.85f, 0.05f, 0.05f], row.Select(v => MathF.Round(v, 6)));
        Assert.Equal(1, row.Sum(), 6);
    }

    [Fact]
    public void Write_Mixed_IsTheConvexCombination() => Assert.Equal([0.25f, 0f, 0.75f], Row(new SoftTargets(3, 0), 0, 2, 0.25f));

    [Theory]
    [InlineData(-1, -1, 1f, new[] { 0f, 0f })]
    [InlineData(-1, 1, 0.25f, new[] { 0f, 0.75f })]
    public void Write_UnknownLabel_AsksForNothing(int label, int other, float first, float[] expected) =>
        Assert.Equal(expected, Row(new SoftTargets(2, 0), label, other, first));

    [Fact]
    public void InverseFrequencyWeights_UnequalClasses_GiveEveryClassOneTotalAndAMeanOfOne()
    {
        int[] labels = [0, 0, 0, 1, 2, 2];

        double[] weights = SoftTargets.InverseFrequencyWeights(labels, classCount: 4);

        Assert.Equal([2.0 / 3, 2.0, 1.0, 0.0], weights);
        Assert.Equal(1, labels.Average(label => weights[label]), 12);
    }

    [Theory]
    [InlineData(ClassBalance.None, 0.75, 0.25)]
    [InlineData(ClassBalance.WeightedLoss, 0.5, 0.5)]
    [InlineData(ClassBalance.BalancedSampling, 0.5, 0.5)]
    public void LabelPriors_UnequalClasses_AreWhatTheLossSees(ClassBalance balance, double first, double second)
    {
        Corpus corpus = new SmallCorpus(classes: 3, speakers: 2, takes: 6).Corpus;
        Utterance[] ofFirst = [.. corpus.Utterances.Where(u => u.Emotion == "emotion0")];
        TrainingSet training = new(corpus, [.. ofFirst, .. corpus.Utterances.Where(u => u.Emotion == "emotion1").Take(ofFirst.Length / 3)]);

        double[] priors = SoftTargets.LabelPriors(training, new TrainingOptions { ClassBalance = balance });

        Assert.Equal([first, second, 0], priors);
    }

    private static float[] Row(SoftTargets targets, int label, int other, float first)
    {
        float[] row = new float[targets.ClassCount];
        targets.Write(row, label, other, first);
        return row;
    }
}
