using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

/// <summary>Loaders on folders with file names from the publications.</summary>
public class FileNameCorporaTests
{
    private static readonly CorpusLoadOptions AllowIncomplete = new() { AllowIncomplete = true };

    [Theory]
    [InlineData("urdu", "Neutral/SM20_F8_N012.wav", "neutral", "urdu-SM20", "gender", "male")]
    [InlineData("urdu", "Angry/SF11_F2_A055.wav", "angry", "urdu-SF11", "gender", "female")]
    [InlineData("turevdb", "Sound Source/Calm/1984_sk_eger.wav", "calm", "turevdb-1984", "sentence", "eger")]
    [InlineData("turevdb", "Sound Source/Angry/6783_kz_kulac.wav", "angry", "turevdb-6783", "sentence", "kulac")]
    [InlineData("ased", "05Angry/a5-02-01-01-33.wav", "angry", "ased-33", "gender", "female")]
    [InlineData("ased", "04Sad/S4-06-02-02-45.wav", "sad", "ased-45", "sentence", "06")]
    [InlineData("shemo", "male/M36S02.wav", "sadness", "shemo-M36", "gender", "male")]
    [InlineData("shemo", "female/F21W23.wav", "surprise", "shemo-F21", "gender", "female")]
    [InlineData("subesco", "F_10_FAHMEE_S_6_FEAR_5.wav", "fear", "subesco-F_10", "sentence", "6")]
    [InlineData("subesco", "F_02_MONIKA_S_2_SURPRISE_3].wav", "surprise", "subesco-F_02", "repetition", "3")]
    [InlineData("esd", "0005/Neutral/0005_000001.wav", "neutral", "esd-0005", "sentence", "zh1")]
    [InlineData("esd", "0017/Surprise/test/0017_001750.wav", "surprised", "esd-0017", "sentence", "en350")]
    [InlineData("esd", "0011/Angry/0011_000351.wav", "angry", "esd-0011", "sentence", "en1")]
    [InlineData("jlcorpus", "Raw JL corpus (unchecked and unannotated)/JL(wav+txt)/male2_concerned_6b_1.wav", "concerned", "jlcorpus-male2", "sentence", "6")]
    [InlineData("cafe", "CaFE_48k/Peur/Fort/12-P-2-5.wav", "fear", "cafe-12", "intensity", "strong")]
    [InlineData("cafe", "CaFE_48k/Neutre/01-N-1-6.aiff", "neutral", "cafe-01", "gender", "male")]
    [InlineData("nemo", "samples/EB0_surprised_90.wav", "surprised", "nemo-EB0", "sentence", "90")]
    [InlineData("indian", "House/bacho-safe-angry-1562907046662-b85700a6727e6b39588b8464a22d16bd5eb9b2ec39be9b9690f2ac0e.wav", "angry", "indian-b85700a6", "sentence", "bacho")]
    [InlineData("indian", "Near Lake/go-safe-calm-20190709085906-d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f.wav", "calm", "indian-unknown", "sentence", "go")]
    public void Load_PublishedName_SaysEverything(string corpus, string file, string emotion, string speaker, string key, string value)
    {
        using CorpusTree tree = CorpusTree.Of([file, "notes_about_this.wav"]);

        Corpus loaded = CorpusCatalog.Known.Load(corpus, tree.Path, AllowIncomplete);

        Utterance clip = Assert.Single(loaded.Utterances);
        Assert.Equal((emotion, speaker, value), (clip.Emotion, clip.Speaker, clip.Metadata[key]));
        Assert.Equal(["notes_about_this.wav"], loaded.Report!.Unrecognized);
    }

    [Fact]
    public void Cafe_WholeTree_IsCompleteAndOneClipLessIsNot()
    {
        string[] names =
        [
            .. from actor in Enumerable.Range(1, 12)
               from code in new[] { "C-1", "C-2", "D-1", "D-2", "J-1", "J-2", "N-1", "P-1", "P-2", "S-1", "S-2", "T-1", "T-2" }
               from sentence in Enumerable.Range(1, 6)
               select $"CaFE_48k/{code[0]}/{actor:00}-{code}-{sentence}.wav",
        ];
        using CorpusTree tree = CorpusTree.Of(names);

        Corpus corpus = CafeCorpus.Load(tree.Path);
        File.Delete(tree[names[7]]);
        CorpusException exception = Assert.Throws<CorpusException>(() => CafeCorpus.Load(tree.Path));

        Assert.Equal(936, corpus.Utterances.Count);
        Assert.Equal(72, corpus.Utterances.Count(clip => clip.Emotion == "neutral"));
        Assert.Contains("cafe/01-C-2-2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Meld_TablesAndClips_AreJoined()
    {
        using CorpusTree tree = CorpusTree.Of(["train/train_splits/dia0_utt0.wav", "dev_splits_complete/dia0_utt0.wav", "output_repeated_splits_test/dia3_utt1.wav"]);
        const string Header = "Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID,Season,Episode,StartTime,EndTime\n";
        tree.Write("train/train_sent_emo.csv", System.Text.Encoding.UTF8.GetBytes(Header
            + "1,\"also I was, the point person\",Chandler,neutral,neutral,0,0,8,21,\"00:16:16,059\",\"00:16:21,731\"\n"
            + "2,not there,Joey,joy,positive,125,3,8,21,\"00:16:16,059\",\"00:16:21,731\"\n"));
        tree.Write("dev_sent_emo.csv", System.Text.Encoding.UTF8.GetBytes(Header + "1,Oh my God,Phoebe,sadness,negative,0,0,4,7,a,b\n"));
        tree.Write("test_sent_emo.csv", System.Text.Encoding.UTF8.GetBytes(Header + "1,Why,Mark,surprise,positive,3,1,3,19,a,b\n"));

        Corpus corpus = MeldCorpus.Load(tree.Path, AllowIncomplete);

        Assert.Equal(
            ["meld/dev/dia0_utt0 sadness meld-Phoebe dev-0", "meld/test/dia3_utt1 surprise meld-Mark test-3", "meld/train/dia0_utt0 neutral meld-Chandler train-0"],
            corpus.Utterances.Select(clip => $"{clip.Id} {clip.Emotion} {clip.Speaker} {clip.Session}"));
        Assert.Equal("train", corpus.Find("meld/train/dia0_utt0")!.Metadata["part"]);
        Assert.Empty(corpus.Report!.Missing);
    }

    [Fact]
    public void Meld_NumberWithSeparators_IsRefusedWithItsLine()
    {
        using CorpusTree tree = CorpusTree.Of(["train/train_splits/dia0_utt0.wav"]);
        tree.Write("train_sent_emo.csv", "Speaker,Emotion,Dialogue_ID,Utterance_ID\nJoey,joy,\"1,5\",0\n"u8.ToArray());

        CorpusException exception = Assert.Throws<CorpusException>(() => MeldCorpus.Load(tree.Path, AllowIncomplete));

        Assert.Contains("'1,5' for Dialogue_ID in line 2", exception.Message, StringComparison.Ordinal);
    }
}
