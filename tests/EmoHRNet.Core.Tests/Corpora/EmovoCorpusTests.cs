using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class EmovoCorpusTests
{
    private static IEnumerable<string> Names() =>
        from speaker in new[] { "f1", "f2", "f3", "m1", "m2", "m3" }
        from emotion in new[] { "dis", "gio", "pau", "rab", "sor", "tri", "neu" }
        from sentence in "b1 b2 b3 l1 l2 l3 l4 n1 n2 n3 n4 n5 d1 d2".Split(' ')
        select $"{speaker}/{emotion}-{speaker}-{sentence}.wav";

    [Fact]
    public void Load_ActorFoldersAndFlatUpperCase_Finds588ClipsOfSevenEmotions()
    {
        using CorpusTree tree = CorpusTree.Of(Names().Select(name => name[0] == 'f' ? name : name[3..].ToUpperInvariant()));

        Corpus corpus = EmovoCorpus.Load(tree.Path);

        Assert.Equal(588, corpus.Utterances.Count);
        Assert.True(corpus.Report!.IsComplete);
        Assert.All(corpus.Report.ByLabel, label => Assert.Equal(84, label.Found));
        Assert.All(corpus.Report.BySpeaker, speaker => Assert.Equal(98, speaker.Found));
        Utterance clip = corpus.Find("emovo/gio-m2-b2")!;
        Assert.Equal("joy", clip.Emotion);
        Assert.Equal("emovo-m2", clip.Speaker);

        EmptyClip_IsListedAndSkippedOnlyWhenAsked(tree);
    }

    [Fact]
    public void Load_OneActorOnly_NamesTheOthers()
    {
        using CorpusTree tree = CorpusTree.Of(Names().Where(name => name.StartsWith("f1", StringComparison.Ordinal)));

        CorpusException exception = Assert.Throws<CorpusException>(() => EmovoCorpus.Load(tree.Path));

        Assert.Contains("emovo-m2 (0 of 98)", exception.Message, StringComparison.Ordinal);
        Assert.Equal(490, exception.Report!.Missing.Count);
    }

    // In the same tree, because it must be complete except for the one clip.
    private static void EmptyClip_IsListedAndSkippedOnlyWhenAsked(CorpusTree tree)
    {
        tree.Write("f1/dis-f1-b1.wav", []);

        CorpusException exception = Assert.Throws<CorpusException>(() => EmovoCorpus.Load(tree.Path));
        Corpus corpus = EmovoCorpus.Load(tree.Path, new CorpusLoadOptions { SkipUnreadable = true });

        Assert.Contains("dis-f1-b1.wav: the file is empty", exception.Message, StringComparison.Ordinal);
        Assert.Equal(587, corpus.Utterances.Count);
        Assert.Single(corpus.Report!.Unreadable);
        Assert.Empty(corpus.Report.Missing);
    }
}
