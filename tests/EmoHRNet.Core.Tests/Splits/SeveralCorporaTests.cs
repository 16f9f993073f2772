using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;

namespace EmoHRNet.Core.Tests.Splits;

/// <summary>Protocols on combinations of corpora.</summary>
public class SeveralCorporaTests
{
    [Fact]
    public void Split_PublishedFoldsOfOneCorpus_LearnFromTheOthersInEveryFold()
    {
        Corpus corpus = Several(("a", 4), ("b", 3));
        SpeakerFolds folds = new() { Name = "published", TestSpeakers = [["a-0", "a-1"], ["a-2", "a-3"]], ValidationFraction = 0 };

        IReadOnlyList<DataSplit> splits = folds.Split(corpus);

        Assert.Equal(["a-0", "a-1"], splits[0].Test.Speakers);
        Assert.Equal(["a-2", "a-3", "b-0", "b-1", "b-2"], splits[0].Training.Speakers);
        Assert.All(splits, split => Assert.True(split.IsSpeakerIndependent));
    }

    [Fact]
    public void Split_PublishedFoldsThatLackASpeakerOfTheirCorpus_AreRefused()
    {
        Corpus corpus = Several(("a", 5), ("b", 3));
        SpeakerFolds folds = new() { Name = "published", TestSpeakers = [["a-0", "a-1"], ["a-2", "a-3"]] };

        Assert.Contains("a-4", Assert.Throws<CorpusException>(() => folds.Split(corpus)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_SpeakerIndependent_TestsAndValidatesSpeakersOfEveryCorpus()
    {
        Corpus corpus = Several(("a", 50), ("b", 5), ("c", 4));

        DataSplit split = new SpeakerIndependentSplit { TestFraction = 0.2, ValidationFraction = 0.25 }.Create(corpus);

        Assert.Equal([10, 1, 1], SpeakersOfEach(split.Test));
        Assert.Equal([10, 1, 1], SpeakersOfEach(split.Validation));
        Assert.Equal([30, 3, 2], SpeakersOfEach(split.Training));
    }

    [Fact]
    public void Split_SpeakerFolds_HaveClipsOfEveryCorpus()
    {
        Corpus corpus = Several(("a", 12), ("b", 3), ("c", 4));

        IReadOnlyList<DataSplit> splits = new GroupedKFold { Folds = 3, ValidationFraction = 0 }.Split(corpus);

        Assert.All(splits, split => Assert.Equal(["a", "b", "c"], split.Test.Utterances.Select(clip => clip.Corpus).Distinct()));
    }

    [Fact]
    public void Split_LeaveOneCorpusOut_TestsTheWholeOfOneAndValidatesOnSpeakersOfTheOthers()
    {
        Corpus corpus = Several(("a", 4), ("b", 3), ("c", 4));

        IReadOnlyList<DataSplit> splits = SplitProtocols.Create("leave-one-corpus-out", new SplitSettings { ValidationFraction = 0.3 }).Split(corpus);

        Assert.Equal(["a", "b", "c"], splits.Select(split => split.Origin.HeldOut));
        Assert.Equal("leave one corpus out, seed 1, fold 2 of 3, held out b", splits[1].Origin.ToString());
        Assert.Equal(["b-0", "b-1", "b-2"], splits[1].Test.Speakers);
        Assert.Equal([1, 1], SpeakersOfEach(splits[1].Validation));
        Assert.Equal([3, 3], SpeakersOfEach(splits[1].Training));
    }

    [Fact]
    public void Split_LeaveOneCorpusOutThatAloneHasAnEmotion_SaysThatItCannotBeRecognized()
    {
        Corpus corpus = Several(("a", 2), ("b", 2));
        Utterance alone = new("c/1", "/c/1.wav", "angry", "c-1") { Corpus = "c" };
        Corpus wider = new(new CorpusInfo("wider", "Wider", ["happy", "sad", "angry"]), [.. corpus.Utterances, alone], null,
            all => ContentGroups.FromKeys(all, all.ToDictionary(clip => clip.Id, clip => clip.Id)));

        DataSplit split = new LeaveOneGroupOut { Group = UtteranceGroup.Corpus, ValidationFraction = 0 }.Split(wider)[2];

        Assert.Equal(["The model was not trained on clips of angry, so it cannot recognize them."], EvaluationContext.Of(split, split.Test).Notes);
        Assert.Empty(EvaluationContext.Of(split, split.Training).Notes);
    }

    [Fact]
    public void Split_LeaveOneCorpusOutOfOne_SaysHowToJoinSeveral()
    {
        CorpusException exception = Assert.Throws<CorpusException>(
            () => new LeaveOneGroupOut { Group = UtteranceGroup.Corpus }.Split(Several(("a", 4))));

        Assert.Contains("--corpus several times", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_TwoSpeakers_SaysThatItGoesWithoutAValidationPart()
    {
        CorpusException exception = Assert.Throws<CorpusException>(() => new SpeakerIndependentSplit().Create(Several(("a", 2))));

        Assert.Contains("--validation 0", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(new SpeakerIndependentSplit { ValidationFraction = 0 }.Create(Several(("a", 2))).Test.Utterances);
    }

    private static int[] SpeakersOfEach(SplitPart part) =>
        [.. part.Speakers.GroupBy(speaker => speaker[0]).OrderBy(group => group.Key).Select(group => group.Count())];

    private static Corpus Several(params (string Name, int Speakers)[] corpora)
    {
        string[] labels = ["happy", "sad"];
        Utterance[] utterances =
        [
            .. from corpus in corpora
               from speaker in Enumerable.Range(0, corpus.Speakers)
               from label in labels
               select new Utterance($"{corpus.Name}/{speaker}-{label}", $"/{corpus.Name}/{speaker}-{label}.wav", label, $"{corpus.Name}-{speaker}")
               {
                   Corpus = corpus.Name,
               },
        ];
        return new Corpus(new CorpusInfo("several", "Several", labels), utterances, null,
            all => ContentGroups.FromKeys(all, all.ToDictionary(clip => clip.Id, clip => clip.Id)));
    }
}
