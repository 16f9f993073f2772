using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

public class RavdessCorpusTests(RavdessFolders folders)
{
    private static readonly CorpusLoadOptions AllowIncomplete = new() { AllowIncomplete = true };

    [Fact]
    public void Load_SpeechInSeveralLayouts_FindsEveryClipWithItsEmotionAndActor()
    {
        Corpus corpus = RavdessCorpus.Load(folders.Path);

        Assert.Equal(1440, corpus.Utterances.Count);
        Assert.Equal(24, corpus.Speakers.Count);
        Assert.Equal(["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"], corpus.Labels);
        Assert.True(corpus.Report!.IsComplete);
        Assert.Equal(96, corpus.Report.ByLabel[0].Found);
        Assert.All(corpus.Report.ByLabel.Skip(1), label => Assert.Equal(192, label.Found));
        Assert.All(corpus.Report.BySpeaker, speaker => Assert.Equal(60, speaker.Found));
        Utterance clip = corpus.Find("ravdess/03-01-05-02-01-01-03")!;
        Assert.Equal("angry", clip.Emotion);
        Assert.Equal("ravdess-03", clip.Speaker);
        Assert.Equal("strong", clip.Metadata["intensity"]);
        Assert.Equal("male", clip.Metadata["gender"]);
    }

    [Fact]
    public void Load_Song_Has1012ClipsOfSixEmotionsWithoutActor18()
    {
        Corpus corpus = RavdessCorpus.Load(folders.Path, channel: RavdessChannel.Song);

        Assert.Equal(1012, corpus.Utterances.Count);
        Assert.Equal(6, corpus.Labels.Count);
        Assert.DoesNotContain("ravdess-18", corpus.Speakers);
        Assert.All(corpus.Report!.BySpeaker, speaker => Assert.Equal(44, speaker.Found));
    }

    [Fact]
    public void Load_SpeechAndSong_HasTheClipsOfBoth()
    {
        Corpus corpus = RavdessCorpus.Load(folders.Path, channel: RavdessChannel.SpeechAndSong);

        Assert.Equal(2452, corpus.Utterances.Count);
        Assert.Equal(104, corpus.Report!.BySpeaker.First(speaker => speaker.Name == "ravdess-01").Found);
    }

    [Fact]
    public void Load_MissingClips_NamesThemInsteadOfUsingHalf()
    {
        using CorpusTree tree = CorpusTree.Of(RavdessTree.SpeechNames(_ => "").Skip(60).Take(60));
        File.Delete(tree["03-01-04-01-02-01-02.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => RavdessCorpus.Load(tree.Path));

        Assert.Contains("59 of 1440", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ravdess-01 (0 of 60), ravdess-02 (59 of 60)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ravdess/03-01-04-01-02-01-02", exception.Report!.Missing);
    }

    [Fact]
    public void Load_MissingClipsAllowed_LoadsAndReportsThem()
    {
        using CorpusTree tree = CorpusTree.Of(RavdessTree.SpeechNames(_ => "").Take(60));

        Corpus corpus = RavdessCorpus.Load(tree.Path, AllowIncomplete);

        Assert.Equal(60, corpus.Utterances.Count);
        Assert.False(corpus.Report!.IsComplete);
        Assert.Equal(1380, corpus.Report.Missing.Count);
        Assert.Contains("60 of 1440 clips", corpus.Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EmptyFolder_SaysWhatIsExpected()
    {
        using TemporaryFolder folder = new();

        CorpusException exception = Assert.Throws<CorpusException>(() => RavdessCorpus.Load(folder.Path));

        Assert.Contains("Actor_01", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderThatDoesNotExist_SaysSo()
    {
        CorpusException exception = Assert.Throws<CorpusException>(() => RavdessCorpus.Load("/nowhere/ravdess"));

        Assert.Contains("does not exist", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ArchiveWithEverythingTwice_CountsClipsOnce()
    {
        using CorpusTree tree = CorpusTree.Of(RavdessTree.SpeechNames(_ => "Actor_01/").Take(60)
            .SelectMany(name => new[] { name, "audio_speech_actors_01-24/" + name, "__MACOSX/._" + name[9..] }));

        Corpus corpus = RavdessCorpus.Load(tree.Path, AllowIncomplete);

        Assert.Equal(60, corpus.Utterances.Count);
        Assert.Equal(60, corpus.Report!.Repeated.Count);
        Assert.Empty(corpus.Report.Unrecognized);
    }

    [Fact]
    public void Load_RealCopies_AreCompleteAndKnowTheRepeatedRecording()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess");
        Assert.SkipWhen(folder is null, "needs the shared corpora");

        Corpus corpus = RavdessCorpus.Load(folder!);

        Assert.True(corpus.Report!.IsComplete);
        IReadOnlyList<Utterance> repeated = Assert.Single(corpus.Duplicates);
        Assert.Equal(["ravdess/03-01-03-01-02-01-07", "ravdess/03-01-03-01-02-02-07"], repeated.Select(clip => clip.Id));
    }
}
