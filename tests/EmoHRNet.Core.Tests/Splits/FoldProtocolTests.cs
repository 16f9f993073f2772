using EmoHRNet.Core.Tests.Corpora;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;

namespace EmoHRNet.Core.Tests.Splits;

public class FoldProtocolTests(RavdessFolders folders)
{
    public static TheoryData<ISplitProtocol> Protocols =>
    [
        new StratifiedKFold { Folds = 4 },
        new GroupedKFold { Folds = 3 },
        new GroupedKFold { Folds = 3, Group = UtteranceGroup.Session },
        new LeaveOneGroupOut(),
        new LeaveOneGroupOut { Group = UtteranceGroup.Session },
        new SpeakerFolds { Name = "published", TestSpeakers = [["s0", "s5"], ["s1", "s2"], ["s3", "s4"]] },
    ];

    [Theory]
    [MemberData(nameof(Protocols), DisableDiscoveryEnumeration = true)]
    public void Split_EveryFoldProtocol_TestsEveryClipOnceAndUsesEveryClipInEveryFold(ISplitProtocol protocol)
    {
        SmallCorpus small = new();

        IReadOnlyList<DataSplit> folds = protocol.Split(small.Corpus);

        Assert.Equal(
            small.Corpus.Utterances.Select(clip => clip.Id),
            folds.SelectMany(fold => fold.Test.Utterances).Select(clip => clip.Id).Order(StringComparer.Ordinal));
        Assert.All(folds, fold => Assert.Equal(
            small.Corpus.Utterances.Count, fold.Training.Count + fold.Validation.Count + fold.Test.Count));
        Assert.All(folds, fold => Assert.NotEqual(0, fold.Validation.Count));
        Assert.Equal(Enumerable.Range(1, folds.Count), folds.Select(fold => fold.Origin.Fold!.Value));
    }

    [Theory]
    [MemberData(nameof(Protocols), DisableDiscoveryEnumeration = true)]
    public void Split_SpeakerProtocols_NeverTestOrValidateAVoiceLearnedFrom(ISplitProtocol protocol)
    {
        SmallCorpus small = new();

        foreach (DataSplit fold in protocol.Split(small.Corpus))
        {
            bool mixes = protocol is StratifiedKFold;
            Assert.Equal(!mixes, fold.IsSpeakerIndependent);
            Assert.Equal(mixes, fold.Validation.Speakers.Intersect(fold.Training.Speakers).Any());
        }
    }

    [Fact]
    public void Split_StratifiedKFold_DealsEveryClassEvenly()
    {
        SmallCorpus small = new(takes: 7);

        IReadOnlyList<DataSplit> folds = new StratifiedKFold { Folds = 5 }.Split(small.Corpus);

        Assert.All(folds, fold => Assert.All(fold.Test.CountByClass(), count => Assert.InRange(count, 8, 9)));
        Assert.InRange(folds.Max(fold => fold.Test.Count) - folds.Min(fold => fold.Test.Count), 0, 1);
    }

    [Fact]
    public void Split_StratifiedKFold_KeepsOneRecordingInOneFold()
    {
        SmallCorpus small = new();
        small.MakeSame("small/s0-emotion0-0", "small/s5-emotion0-1");

        for (int seed = 0; seed < 20; seed++)
        {
            IReadOnlyList<DataSplit> folds = new StratifiedKFold { Folds = 3, Seed = seed }.Split(small.Corpus);

            Assert.Single(folds, fold => fold.Test.Utterances.Any(clip => clip.Id is "small/s0-emotion0-0" or "small/s5-emotion0-1"));
        }
    }

    [Fact]
    public void Split_GroupedKFold_BalancesClips()
    {
        SmallCorpus small = new(speakers: 10);

        Assert.All(new GroupedKFold { Folds = 5 }.Split(small.Corpus), fold => Assert.Equal(30, fold.Test.Count));
    }

    [Fact]
    public void Split_EmoBoxRavdess_TestsThePublishedActors()
    {
        Corpus corpus = RavdessCorpus.Load(folders.Path);

        IReadOnlyList<DataSplit> folds = EmoBoxFolds.Ravdess.Split(corpus);

        Assert.Equal(6, folds.Count);
        Assert.All(folds, fold => Assert.Equal(240, fold.Test.Count));
        Assert.Equal(["ravdess-01", "ravdess-11", "ravdess-20", "ravdess-21"], folds[0].Test.Speakers);
        Assert.Equal(["ravdess-06", "ravdess-13", "ravdess-17", "ravdess-22"], folds[5].Test.Speakers);
        Assert.Equal(6, folds.Select(fold => fold.Hash).Distinct().Count());
    }

    [Fact]
    public void Split_EmoBoxOnAnotherCorpus_IsRefused()
    {
        SmallCorpus small = new();

        Assert.Throws<CorpusException>(() => EmoBoxFolds.Ravdess.Split(small.Corpus));
    }

    [Fact]
    public void Split_FewerRecordingsThanFolds_NamesTheClass()
    {
        SmallCorpus small = new(speakers: 1, takes: 4);

        CorpusException exception = Assert.Throws<CorpusException>(() => new StratifiedKFold { Folds = 5 }.Split(small.Corpus));

        Assert.Contains("'emotion0' has 4 recordings, fewer than the 5 folds", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_FewerSpeakersThanFolds_IsRefused()
    {
        SmallCorpus small = new(speakers: 4);

        CorpusException exception = Assert.Throws<CorpusException>(() => new GroupedKFold { Folds = 5 }.Split(small.Corpus));

        Assert.Contains("4 speakers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_SessionsOfACorpusWithoutSessions_SaysSo()
    {
        using CorpusTree tree = CorpusTree.Of(["sad/a.wav", "happy/b.wav"]);
        Corpus corpus = FolderCorpus.Load(tree.Path);

        CorpusException exception = Assert.Throws<CorpusException>(
            () => new LeaveOneGroupOut { Group = UtteranceGroup.Session }.Split(corpus));

        Assert.Contains("no session", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_TestSelected_SaysWhatItIs()
    {
        SmallCorpus small = new();

        DataSplit split = new TestSelectedSplit().Create(small.Corpus);

        Assert.True(split.IsTestSelected);
        Assert.Equal(split.Test.Utterances, split.Validation.Utterances);
        Assert.Contains("optimistic", split.ToString(), StringComparison.Ordinal);
        Assert.Equal(90, split.Training.Count + split.Test.Count);
    }

    [Fact]
    public void Create_EveryNameOfTheCatalog_MakesAProtocol() =>
        Assert.All(SplitProtocols.Names, name => Assert.NotEmpty(SplitProtocols.Create(name, new SplitSettings { EmoBoxLists = "lists/emodb" }).Name));
}
