using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class ContentGroupsTests
{
    [Fact]
    public void Duplicates_FilesOfOneContent_AreGroupedWhateverTheirNames()
    {
        using CorpusTree tree = CorpusTree.Of(["sad/a.wav", "sad/b.wav", "happy/c.wav"]);
        File.Copy(tree["sad/a.wav"], tree["happy/d.wav"]);

        Corpus corpus = FolderCorpus.Load(tree.Path);

        IReadOnlyList<Utterance> same = Assert.Single(corpus.Duplicates);
        Assert.Equal(["folder/happy/d.wav", "folder/sad/a.wav"], same.Select(clip => clip.Id));
    }

    [Fact]
    public void Duplicates_KnownRepeat_JoinsGroupsOfOneContent()
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav", "b.wav", "c.wav"]);
        File.Copy(tree["b.wav"], tree["d.wav"]);
        Utterance Clip(string name, string? repeatOf = null) => new(name, tree[name + ".wav"], "sad", "anna") { RepeatOf = repeatOf };

        Corpus corpus = new(new CorpusInfo("small", "Small", ["sad"]), [Clip("a"), Clip("b", "a"), Clip("c", "absent"), Clip("d")]);

        Assert.Equal(["a", "b", "d"], Assert.Single(corpus.Duplicates).Select(clip => clip.Id));
    }

    [Fact]
    public void Duplicates_FileThatVanished_SaysWhichClip()
    {
        using CorpusTree tree = CorpusTree.Of(["sad/a.wav", "sad/b.wav"]);
        Corpus corpus = FolderCorpus.Load(tree.Path);
        File.Delete(tree["sad/b.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => corpus.Duplicates);

        Assert.Contains("folder/sad/b.wav", exception.Message, StringComparison.Ordinal);
    }
}
