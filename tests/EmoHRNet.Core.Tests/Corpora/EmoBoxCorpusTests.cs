using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

public class EmoBoxCorpusTests
{
    private static readonly CorpusLoadOptions Opus = new() { Extensions = [".opus", ".flac"] };

    [Fact]
    public void Load_RealLists_FindRecordingsOfAnotherFormatAndFolder()
    {
        Corpus corpus = EmoBoxCorpus.Load(Lists("emodb"), Recordings("emodb"), Opus);

        Assert.Equal(535, corpus.Utterances.Count);
        Assert.Equal(["Angry", "Boredom", "Disgust", "Fear", "Happy", "Neutral", "Sad"], corpus.Labels);
        Assert.Equal(["emodb-03", "emodb-08", "emodb-09", "emodb-10", "emodb-11", "emodb-12", "emodb-13", "emodb-14", "emodb-15", "emodb-16"], corpus.Speakers);
        Assert.Equal(("Happy", "emodb-03"), (corpus.Find("emodb/03a01Fa")!.Emotion, corpus.Find("emodb/03a01Fa")!.Speaker));
    }

    [Fact]
    public void Load_RealListsOfRavdess_AgreeWithItsOwnLoader()
    {
        Corpus own = RavdessCorpus.Load(Recordings("ravdess"), Opus);

        Corpus listed = EmoBoxCorpus.Load(Lists("ravdess"), Recordings("ravdess"), Opus);

        Assert.Equal(own.Utterances.Select(clip => (clip.Id, clip.Path, clip.Speaker)), listed.Utterances.Select(clip => (clip.Id, clip.Path, clip.Speaker)));
        Assert.All(listed.Utterances, clip => Assert.Equal(LabelMap.Common[own.Find(clip.Id)!.Emotion], LabelMap.Common[clip.Emotion]));
    }

    [Fact]
    public void Split_PublishedFolds_TestEveryClipOnceInBothForms()
    {
        EmoBoxLists folds = new() { Folder = Lists("emodb") };

        IReadOnlyList<DataSplit> listed = folds.Split(EmoBoxCorpus.Load(Lists("emodb"), Recordings("emodb"), Opus));
        IReadOnlyList<DataSplit> own = folds.Split(EmoDbCorpus.Load(Recordings("emodb"), Opus));

        Assert.Equal(5, listed.Count);
        Assert.Equal(listed.Select(Tested), own.Select(Tested));
        Assert.Equal(535, listed.SelectMany(Tested).Distinct().Count());
        Assert.Equal(File.ReadAllLines(Path.Combine(Lists("emodb"), "fold_1", "emodb_test_fold_1.jsonl")).Length, listed[0].Test.Count);
        Assert.All(listed, split => Assert.False(split.IsSpeakerIndependent));
    }

    [Fact]
    public void Split_PublishedFoldsOfRavdess_AreThoseOfTheBuiltInProtocol()
    {
        Corpus corpus = RavdessCorpus.Load(Recordings("ravdess"), Opus);

        IReadOnlyList<DataSplit> listed = new EmoBoxLists { Folder = Lists("ravdess") }.Split(corpus);

        Assert.Equal(EmoBoxFolds.Ravdess.Split(corpus).Select(Tested), listed.Select(Tested));
        Assert.All(listed, split => Assert.True(split.IsSpeakerIndependent));
    }

    [Fact]
    public void Split_FoldsOfOneOfSeveralCorpora_LearnFromTheOthersAndLackWhatTheMapLeavesOut()
    {
        Corpus union = CorpusCombination.Union([EmoDbCorpus.Load(Recordings("emodb"), Opus), NemoCorpus.Load(Recordings("nemo"), Opus)]);

        IReadOnlyList<DataSplit> splits = new EmoBoxLists { Folder = Lists("emodb"), ValidationFraction = 0 }.Split(union);

        Assert.Equal(535 - 81, splits.Sum(split => split.Test.Count));
        Assert.All(splits, split => Assert.Equal(4481, split.Training.Utterances.Count(clip => clip.Corpus == "nemo")));
    }

    [Fact]
    public void Load_NamesThatRepeat_AreToldApartByFolders()
    {
        using CorpusTree tree = CorpusTree.Of(["audio/wangzhe/sad/201.wav", "audio/wangzhe/happy/201.wav", "casia/casia.jsonl"]);
        tree.Write("casia/casia.jsonl", """
            {"key": "casia-201-wangzhe-sad", "dataset": "casia", "wav": "downloads/casia/wangzhe/sad/201.wav", "emo": "sad"}
            {"key": "casia-201-wangzhe-happy", "dataset": "casia", "wav": "downloads/casia/wangzhe/happy/201.wav", "emo": "happy"}
            """u8.ToArray());

        Corpus corpus = EmoBoxCorpus.Load(tree["casia"], tree["audio"]);

        Assert.Equal(tree["audio/wangzhe/sad/201.wav"], corpus.Find("casia/201-wangzhe-sad")!.Path);
        Assert.Equal(["casia-wangzhe"], corpus.Speakers);
    }

    [Theory]
    [InlineData("{\"key\": \"x-1\", \"dataset\": \"x\", \"wav\": \"1.wav\"}", "line 1")]
    [InlineData("not json", "line 1")]
    public void Load_LineThatIsNoClip_IsNamed(string line, string expected)
    {
        using CorpusTree tree = CorpusTree.Of(["1.wav"]);
        tree.Write("x.jsonl", System.Text.Encoding.UTF8.GetBytes(line));

        Assert.Contains(expected, Assert.Throws<CorpusException>(() => EmoBoxCorpus.Load(tree.Path, tree.Path)).Message, StringComparison.Ordinal);
    }

    private static string[] Tested(DataSplit split) => [.. split.Test.Utterances.Select(clip => clip.Id)];

    private static string Lists(string name) => Required(SharedData.PathOrNull("emobox", name));

    private static string Recordings(string name) => Required(SharedData.PathOrNull("corpora", name));

    private static string Required(string? path)
    {
        Assert.SkipWhen(path is null, "No shared corpora here.");
        return path!;
    }
}
