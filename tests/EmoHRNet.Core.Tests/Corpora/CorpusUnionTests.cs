using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class CorpusUnionTests
{
    private static readonly CorpusLoadOptions AllowIncomplete = new() { AllowIncomplete = true };

    [Fact]
    public void Union_DifferentLabels_BecomeTheCommonSevenInAFixedOrder()
    {
        using CorpusTree ravdess = CorpusTree.Of(["03-01-02-01-01-01-01.wav", "03-01-03-01-01-01-02.wav"]);
        using CorpusTree emodb = CorpusTree.Of(["03a01Fa.wav", "03a01La.wav", "08a01Na.wav"]);
        Corpus[] corpora = [RavdessCorpus.Load(ravdess.Path, AllowIncomplete), EmoDbCorpus.Load(emodb.Path, AllowIncomplete)];

        Corpus union = CorpusCombination.Union(corpora);

        Assert.Equal(["neutral", "happy", "sad", "angry", "fearful", "disgust", "surprised"], union.Labels);
        Assert.Equal(["emodb/03a01Fa happy", "emodb/08a01Na neutral", "ravdess/03-01-02-01-01-01-01 neutral", "ravdess/03-01-03-01-01-01-02 happy"],
            union.Utterances.Select(clip => $"{clip.Id} {clip.Emotion}"));
        Assert.Equal([("emodb", 2, 1), ("ravdess", 2, 0)],
            union.Parts.Select(part => (part.Info.Name, part.UtteranceCount, part.LeftOut.GetValueOrDefault("boredom"))));
    }

    [Fact]
    public void Union_OtherOrder_GivesTheSameCorpus()
    {
        using CorpusTree tree = CorpusTree.Of(["a/happy/1.wav", "b/sad/2.wav"]);
        Corpus a = Load(tree, "a");
        Corpus b = Load(tree, "b");

        Corpus first = CorpusCombination.Union([a, b]);
        Corpus second = CorpusCombination.Union([b, a]);

        Assert.Equal(first.Name, second.Name);
        Assert.Equal(first.Labels, second.Labels);
        Assert.Equal(first.Info.Title, second.Info.Title);
    }

    [Fact]
    public void Union_SentencesOfTwoCorpora_KeepApart()
    {
        using CorpusTree ravdess = CorpusTree.Of(["03-01-03-01-01-01-01.wav"]);
        using CorpusTree nemo = CorpusTree.Of(["samples/EB0_anger_1.wav"]);

        Corpus union = CorpusCombination.Union([RavdessCorpus.Load(ravdess.Path, AllowIncomplete), NemoCorpus.Load(nemo.Path, AllowIncomplete)]);

        Assert.Equal(["nemo/1", "ravdess/1"], union.Utterances.Select(clip => clip.Metadata["sentence"]));
        Assert.Equal(["nemo", "ravdess"], union.Utterances.Select(clip => clip.Metadata["corpus"]));
        Assert.Equal("male", union.Utterances[1].Metadata["gender"]);
    }

    [Fact]
    public void Union_OfUnions_KeepsEveryCorpus()
    {
        using CorpusTree tree = CorpusTree.Of(["a/happy/1.wav", "a/bored/4.wav", "b/sad/2.wav", "c/angry/3.wav"]);
        Corpus first = CorpusCombination.Union([Load(tree, "a"), Load(tree, "b")]);

        Corpus all = CorpusCombination.Union([first, Load(tree, "c")]);

        Assert.Equal(["a", "b", "c"], all.Parts.Select(part => part.Info.Name));
        Assert.Equal(1, all.Parts[0].LeftOut["bored"]);
        Assert.Equal(["a", "b", "c"], all.Utterances.Select(clip => clip.Corpus));
    }

    [Fact]
    public void Union_TwoCorporaOfOneName_IsRefused()
    {
        using CorpusTree tree = CorpusTree.Of(["a/happy/1.wav", "b/sad/2.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => CorpusCombination.Union(
            [FolderCorpus.Load(tree["a"], new FolderCorpusOptions { Name = "same" }), FolderCorpus.Load(tree["b"], new FolderCorpusOptions { Name = "same" })]));

        Assert.Contains("'same'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Union_MapThatLeavesNothingOfACorpus_IsRefused()
    {
        using CorpusTree tree = CorpusTree.Of(["a/happy/1.wav", "b/bored/2.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => CorpusCombination.Union([Load(tree, "a"), Load(tree, "b")]));

        Assert.Contains("bored", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relabel_LabelsInOtherCase_AreFound()
    {
        using CorpusTree tree = CorpusTree.Of(["a/Happiness/1.wav", "a/CALM/2.wav"]);

        Assert.Equal(["neutral", "happy"], Load(tree, "a").Relabel(LabelMap.Seven).Labels);
    }

    private static Corpus Load(CorpusTree tree, string name) =>
        FolderCorpus.Load(tree[name], new FolderCorpusOptions { Name = name });
}
