using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

/// <summary>EMO-DB, TESS, CREMA-D and SAVEE on folders with the published layout.</summary>
public class NamedCorporaTests
{
    private static readonly CorpusLoadOptions AllowIncomplete = new() { AllowIncomplete = true };

    [Fact]
    public void EmoDb_Info_AddsUpTo535()
    {
        PublishedCounts published = EmoDbCorpus.Info.Published!;

        Assert.Equal(535, published.ByLabel.Values.Sum());
        Assert.Equal(535, published.BySpeaker.Values.Sum());
    }

    [Theory]
    [InlineData("wav/03a01Fa.wav", "emodb/03a01Fa", "happiness", "emodb-03")]
    [InlineData("14A07FD.WAV", "emodb/14a07Fd", "happiness", "emodb-14")]
    [InlineData("16b10Wb.wav", "emodb/16b10Wb", "anger", "emodb-16")]
    [InlineData("09a02La.wav", "emodb/09a02La", "boredom", "emodb-09")]
    public void EmoDb_Load_ReadsSpeakerAndEmotionFromTheName(string file, string id, string emotion, string speaker)
    {
        using CorpusTree tree = CorpusTree.Of([file, "wav/99a01Fa.wav", "wav/03a01Xa.wav"]);

        Corpus corpus = EmoDbCorpus.Load(tree.Path, AllowIncomplete);

        Utterance clip = Assert.Single(corpus.Utterances);
        Assert.Equal((id, emotion, speaker), (clip.Id, clip.Emotion, clip.Speaker));
        Assert.Equal(2, corpus.Report!.Unrecognized.Count);
    }

    [Theory]
    [InlineData("TESS Toronto emotional speech set data/OAF_Pleasant_surprise/OAF_back_ps.wav", "tess/oaf_back_ps", "pleasant surprise", "tess-oaf")]
    [InlineData("OAF_neutral/OA_bite_neutral.wav", "tess/oaf_bite_neutral", "neutral", "tess-oaf")]
    [InlineData("yaf_germ_angry.wav", "tess/yaf_germ_angry", "angry", "tess-yaf")]
    public void Tess_Load_ReadsSpeakerAndEmotionFromTheName(string file, string id, string emotion, string speaker)
    {
        using CorpusTree tree = CorpusTree.Of([file]);

        Utterance clip = Assert.Single(TessCorpus.Load(tree.Path, AllowIncomplete).Utterances);

        Assert.Equal((id, emotion, speaker), (clip.Id, clip.Emotion, clip.Speaker));
        Assert.Equal(2800, TessCorpus.Info.Published!.Total);
    }

    [Theory]
    [InlineData("ravdess", "03-01-05-02-02-01-03.wav", "2")]
    [InlineData("emodb", "03a01Fa.wav", "a01")]
    [InlineData("tess", "OAF_back_angry.wav", "back")]
    [InlineData("cremad", "1001_DFA_ANG_XX.wav", "DFA")]
    [InlineData("emovo", "f1/dis-f1-b1.wav", "b1")]
    public void Load_CorpusWithFixedSentences_SaysWhichUnderOneKey(string name, string file, string sentence)
    {
        using CorpusTree tree = CorpusTree.Of([file]);

        Utterance clip = Assert.Single(CorpusCatalog.Known.Load(name, tree.Path, AllowIncomplete).Utterances);

        Assert.Equal(sentence, clip.Metadata["sentence"]);
    }

    [Fact]
    public void CremaD_Info_Has7442ClipsOf91Actors()
    {
        PublishedCounts published = CremaDCorpus.Info.Published!;

        Assert.Equal(7442, published.Total);
        Assert.Equal(91, published.BySpeaker.Count);
        Assert.Equal(1087, published.ByLabel["neutral"]);
        Assert.All(["anger", "disgust", "fear", "happiness", "sadness"], label => Assert.Equal(1271, published.ByLabel[label]));
        Assert.Equal(76, published.BySpeaker["cremad-1009"]);
    }

    [Fact]
    public void CremaD_Load_ReadsNamesAndNamesWhatIsMissing()
    {
        using CorpusTree tree = CorpusTree.Of(["AudioWAV/1001_DFA_ANG_XX.wav", "AudioWAV/1040_ITH_SAD_X.wav", "AudioWAV/2001_DFA_ANG_XX.wav"]);

        Corpus corpus = CremaDCorpus.Load(tree.Path, AllowIncomplete);

        Assert.Equal(["cremad/1001_DFA_ANG_XX", "cremad/1040_ITH_SAD_XX"], corpus.Utterances.Select(clip => clip.Id));
        Assert.Equal(7440, corpus.Report!.Missing.Count);
    }

    [Fact]
    public void CremaD_GitLfsPointers_AreNamedAsSuch()
    {
        using CorpusTree tree = CorpusTree.Of([]);
        tree.Write("AudioWAV/1001_DFA_ANG_XX.wav", "version https://git-lfs.github.com/spec/v1\n"u8.ToArray());

        CorpusException exception = Assert.Throws<CorpusException>(() => CremaDCorpus.Load(tree.Path, AllowIncomplete));

        Assert.Contains("git lfs pull", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Savee_SeveralLayouts_GiveAll480Clips()
    {
        using CorpusTree tree = CorpusTree.Of(
            from speaker in new[] { "DC", "JE", "JK", "KL" }
            from emotion in new[] { "a", "d", "f", "h", "n", "sa", "su" }
            from number in Enumerable.Range(1, emotion == "n" ? 30 : 15)
            let clip = $"{emotion}{number:00}"
            select speaker switch { "DC" => $"DC/{clip}.wav", "JE" => $"ALL/JE_{clip}.wav", _ => $@"AudioData\{speaker}\{clip}.WAV" });

        Corpus corpus = SaveeCorpus.Load(tree.Path);

        Assert.Equal(480, corpus.Utterances.Count);
        Assert.True(corpus.Report!.IsComplete);
        Assert.Equal("sadness", corpus.Find("savee/JK_sa15")!.Emotion);
        Assert.Equal(120, corpus.Report.ByLabel.Single(label => label.Name == "neutral").Found);
    }

    [Fact]
    public void Infos_EveryNamedCorpus_HasLicenceCitationAndSource()
    {
        CorpusInfo[] infos =
        [
            NemoCorpus.Info, UrduCorpus.Info, TurEvDbCorpus.Info, AsedCorpus.Info, ShemoCorpus.Info, SubescoCorpus.Info, EsdCorpus.Info, MeldCorpus.Info,
            JlCorpus.Info, CafeCorpus.Info, RavdessCorpus.Info(), EmovoCorpus.Info, IemocapCorpus.Info(), EmoDbCorpus.Info, TessCorpus.Info, CremaDCorpus.Info, SaveeCorpus.Info,
        ];

        Assert.All(infos, info =>
        {
            Assert.NotEmpty(info.License);
            Assert.NotEmpty(info.Citation);
            Assert.NotEmpty(info.Source);
            Assert.True(info.Published!.ByLabel.Count == 0 || info.Published.Total == info.Published.ByLabel.Values.Sum(), info.Name);
            Assert.True(info.Published.BySpeaker.Count == 0 || info.Published.Total == info.Published.BySpeaker.Values.Sum(), info.Name);
            Assert.True(info.Labels.All(LabelMap.Common.Names));
        });
    }
}
