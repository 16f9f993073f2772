using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Splits;

public class DataSplitTests
{
    [Fact]
    public void Load_SavedSplit_IsTheSameSplit()
    {
        SmallCorpus small = new();
        using TemporaryFolder folder = new();
        DataSplit split = new StratifiedRandomSplit { Seed = 3 }.Create(small.Corpus);

        split.Save(folder["split.json"]);
        DataSplit loaded = DataSplit.Load(folder["split.json"], small.Corpus);

        Assert.Equal(split.Hash, loaded.Hash);
        Assert.Equal(split.Origin, loaded.Origin);
        Assert.Equal(split.Validation.Utterances, loaded.Validation.Utterances);
        Assert.DoesNotContain(small.Corpus.Utterances[0].Path, File.ReadAllText(folder["split.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CorpusWithoutSomeClips_NamesThem()
    {
        SmallCorpus small = new();
        SmallCorpus fewer = new(takes: 4);
        using TemporaryFolder folder = new();
        new StratifiedRandomSplit().Create(small.Corpus).Save(folder["split.json"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => DataSplit.Load(folder["split.json"], fewer.Corpus));

        Assert.Contains("-4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EditedFile_IsRefused()
    {
        SmallCorpus small = new();
        using TemporaryFolder folder = new();
        DataSplit split = new StratifiedRandomSplit().Create(small.Corpus);
        split.Save(folder["split.json"]);
        string moved = split.Test.Utterances[0].Id;
        string text = File.ReadAllText(folder["split.json"]);
        File.WriteAllText(folder["split.json"], text.Replace($"\"{moved}\",", "", StringComparison.Ordinal));

        CorpusException exception = Assert.Throws<CorpusException>(() => DataSplit.Load(folder["split.json"], small.Corpus));

        Assert.Contains("edited", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoSplitFile_SaysSo()
    {
        SmallCorpus small = new();
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["split.json"], "not json");

        Assert.Throws<CorpusException>(() => DataSplit.Load(folder["split.json"], small.Corpus));
        Assert.Throws<CorpusException>(() => DataSplit.Load(folder["absent.json"], small.Corpus));
    }

    [Fact]
    public void Create_OneRecordingInTwoParts_IsRefused()
    {
        SmallCorpus small = new();
        small.MakeSame("small/s0-emotion0-0", "small/s5-emotion0-1");
        ILookup<bool, Utterance> parts = small.Corpus.Utterances.ToLookup(clip => clip.Speaker == "s5");

        CorpusException exception = Assert.Throws<CorpusException>(
            () => DataSplit.Create(small.Corpus, new SplitOrigin("by hand"), parts[false], [], parts[true]));

        Assert.Contains("small/s0-emotion0-0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("small/s5-emotion0-1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_EmptyTestPart_IsRefused()
    {
        SmallCorpus small = new();

        Assert.Throws<CorpusException>(() => DataSplit.Create(small.Corpus, new SplitOrigin("by hand"), small.Corpus.Utterances, [], []));
    }
}
