using System.Text;
using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class IemocapCorpusTests
{
    private static readonly CorpusLoadOptions AllowIncomplete = new() { AllowIncomplete = true };
    private static readonly string[] Categories = ["neu", "ang", "sad", "hap", "exc", "fru", "xxx"];

    [Theory]
    [InlineData(IemocapLabels.FourClass, 25, "neutral,anger,sadness,happiness")]
    [InlineData(IemocapLabels.FiveClass, 30, "neutral,anger,sadness,happiness,frustration")]
    [InlineData(IemocapLabels.SixClass, 30, "neutral,anger,sadness,happiness,excitement,frustration")]
    public void Load_LabelSets_TakeTheirCategories(IemocapLabels labels, int clips, string names)
    {
        using CorpusTree tree = FiveSessions();

        Corpus corpus = IemocapCorpus.Load(tree.Path, AllowIncomplete, labels);

        Assert.Equal(clips, corpus.Utterances.Count);
        Assert.Equal(names.Split(','), corpus.Labels);
    }

    [Fact]
    public void Load_FourClass_MergesExcitementAndKeepsTheCategory()
    {
        using CorpusTree tree = FiveSessions();

        Corpus corpus = IemocapCorpus.Load(tree.Path, AllowIncomplete);
        Utterance clip = corpus.Find("iemocap/Ses03F_impro01_M004")!;

        Assert.Equal("happiness", clip.Emotion);
        Assert.Equal("exc", clip.Metadata["category"]);
        Assert.Equal("iemocap-session3", clip.Session);
        // The first letter says who wore the markers; the turn's letter says who speaks.
        Assert.Equal("iemocap-Ses03M", clip.Speaker);
        Assert.Equal("2.5000, 3.0000, 3.5000", clip.Metadata["valenceActivationDominance"]);
    }

    [Fact]
    public void Info_FourClass_HasThePublishedCounts()
    {
        PublishedCounts published = IemocapCorpus.Info().Published!;

        Assert.Equal(5531, published.Total);
        Assert.Equal(1636, published.ByLabel["happiness"]);
        Assert.Equal(5531, published.BySpeaker.Values.Sum());
        Assert.Equal(1085, published.BySpeaker["iemocap-Ses01F"] + published.BySpeaker["iemocap-Ses01M"]);
        Assert.Equal(7380, IemocapCorpus.Info(IemocapLabels.SixClass).Published!.Total);
    }

    [Fact]
    public void Load_FewerClipsThanPublished_IsRefused()
    {
        using CorpusTree tree = FiveSessions();

        CorpusException exception = Assert.Throws<CorpusException>(() => IemocapCorpus.Load(tree.Path));

        Assert.Contains("25 of 5531", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_MissingSession_NamesIt()
    {
        using CorpusTree tree = FiveSessions();
        Directory.Delete(tree["IEMOCAP_full_release/Session4"], recursive: true);

        CorpusException exception = Assert.Throws<CorpusException>(() => IemocapCorpus.Load(tree.Path));

        Assert.Contains("no annotations of session 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AudioMissingForAnAnnotation_ListsIt()
    {
        using CorpusTree tree = FiveSessions();
        File.Delete(tree["IEMOCAP_full_release/Session2/sentences/wav/Ses02F_impro01/Ses02F_impro01_F000.wav"]);

        Corpus corpus = IemocapCorpus.Load(tree.Path, AllowIncomplete);

        Assert.Equal(["iemocap/Ses02F_impro01_F000"], corpus.Report!.Missing);
        Assert.Equal(24, corpus.Utterances.Count);
    }

    private static CorpusTree FiveSessions()
    {
        CorpusTree tree = new();
        for (int session = 1; session <= 5; session++)
        {
            string root = $"IEMOCAP_full_release/Session{session}";
            string dialog = $"Ses0{session}F_impro01";
            StringBuilder text = new("% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]\n\n");
            for (int i = 0; i < Categories.Length; i++)
            {
                string name = $"{dialog}_{(i % 2 == 0 && i != 4 ? 'F' : 'M')}{i:000}";
                text.Append($"[{i}.2901 - {i}.8357]\t{name}\t{Categories[i]}\t[2.5000, 3.0000, 3.5000]\n");
                text.Append("C-E2:\tNeutral;\t()\nA-E3:\tval 3; act 2; dom  2;\t()\n\n");
                tree.Add($"{root}/sentences/wav/{dialog}/{name}.wav");
            }

            tree.Write($"{root}/dialog/EmoEvaluation/{dialog}.txt", Encoding.UTF8.GetBytes(text.ToString()));
            tree.Write($"{root}/dialog/EmoEvaluation/._{dialog}.txt", [0, 5, 22, 7]);
            tree.Write($"{root}/dialog/EmoEvaluation/Categorical/{dialog}_e1_cat.txt", Encoding.UTF8.GetBytes($"{dialog}_F000 :Anger; ()\n"));
            tree.Add($"{root}/dialog/wav/{dialog}.wav");
        }

        return tree;
    }
}
