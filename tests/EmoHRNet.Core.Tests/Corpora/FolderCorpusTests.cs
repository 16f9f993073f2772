using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

public class FolderCorpusTests
{
    [Fact]
    public void Load_ClassFolders_NamesLabelsAfterThem()
    {
        using CorpusTree tree = CorpusTree.Of(["sad/a.wav", "happy/x/b.wav", "happy/c.WAV", "loose.wav"]);

        Corpus corpus = FolderCorpus.Load(tree.Path);

        Assert.Equal(["happy", "sad"], corpus.Labels);
        Assert.Equal("happy", corpus.Find("folder/happy/x/b.wav")!.Emotion);
        Assert.Equal(["folder-unknown"], corpus.Speakers);
        Assert.Equal(["loose.wav"], corpus.Report!.Unrecognized);
    }

    [Theory]
    [InlineData("^([a-z]+)_", "happy/anna_01.wav")]
    [InlineData("^([^/]+)/", "happy/anna/01.wav")]
    public void Load_SpeakerPattern_FindsTheSpeaker(string pattern, string file)
    {
        using CorpusTree tree = CorpusTree.Of([file]);

        Corpus corpus = FolderCorpus.Load(tree.Path, new FolderCorpusOptions { Name = "mine", SpeakerPattern = pattern });

        Assert.Equal(["mine-anna"], corpus.Speakers);
    }

    [Fact]
    public void Load_ClassThatIsNotListed_IsNamed()
    {
        using CorpusTree tree = CorpusTree.Of(["sad/a.wav", "hapy/b.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(
            () => FolderCorpus.Load(tree.Path, new FolderCorpusOptions { Labels = ["sad", "happy"] }));

        Assert.Contains("hapy", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoClips_SaysWhatIsExpected()
    {
        using TemporaryFolder folder = new();

        CorpusException exception = Assert.Throws<CorpusException>(() => FolderCorpus.Load(folder.Path));

        Assert.Contains("one folder per emotion", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RIFF____WAVE", "no 'data' chunk")]
    [InlineData("<html>not found</html>", "the file is text, not audio")]
    public void Load_FileThatIsNoAudio_SaysWhy(string content, string reason)
    {
        using CorpusTree tree = CorpusTree.Of(["sad/a.wav"]);
        tree.Write("sad/b.wav", System.Text.Encoding.Latin1.GetBytes(content));

        CorpusException exception = Assert.Throws<CorpusException>(() => FolderCorpus.Load(tree.Path));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PatternWithoutGroup_IsRefused()
    {
        using TemporaryFolder folder = new();

        Assert.Throws<InvalidOptionsException>(() => FolderCorpus.Load(folder.Path, new FolderCorpusOptions { SpeakerPattern = "anna" }));
    }
}
