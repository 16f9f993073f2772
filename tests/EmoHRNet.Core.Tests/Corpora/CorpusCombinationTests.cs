using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class CorpusCombinationTests
{
    [Fact]
    public void Combine_RelabelledCorpora_HasTheClipsOfBothUnderOneSetOfLabels()
    {
        using CorpusTree tree = CorpusTree.Of(["a/joy/1.wav", "a/boredom/2.wav", "b/happy/3.wav", "b/sad/4.wav"]);
        Corpus first = Load(tree, "a").Relabel(LabelMap.Parse("joy=happy, boredom="));
        Corpus second = Load(tree, "b");

        Corpus both = CorpusCombination.Combine("both", ["happy", "sad"], first, second);

        Assert.Equal(3, both.Utterances.Count);
        Assert.Equal("happy", both.Find("a/joy/1.wav")!.Emotion);
        Assert.Null(both.Find("a/boredom/2.wav"));
        Assert.Equal(["a-unknown", "b-unknown"], both.Speakers);
    }

    [Fact]
    public void Relabel_LabelTheMapDoesNotName_IsRefused()
    {
        using CorpusTree tree = CorpusTree.Of(["a/joy/1.wav", "a/boredom/2.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => Load(tree, "a").Relabel(LabelMap.Parse("joy=happy")));

        Assert.Contains("what becomes of boredom", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Combine_LabelThatIsNotListed_IsRefused()
    {
        using CorpusTree tree = CorpusTree.Of(["a/joy/1.wav"]);

        CorpusException exception = Assert.Throws<CorpusException>(() => CorpusCombination.Combine("both", ["happy"], Load(tree, "a")));

        Assert.Contains("joy", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_OtherMap_ReplacesAndAdds()
    {
        LabelMap map = LabelMap.Parse("joy=happy,anger=angry").With(LabelMap.Parse("joy=glad,fear="));

        Assert.Equal(("glad", "angry", null), (map["joy"], map["anger"], map["fear"]));
        Assert.Equal("happy", LabelMap.Common["joy"]);
    }

    [Theory]
    [InlineData("joy")]
    [InlineData("joy=a,joy=b")]
    [InlineData("=a")]
    public void Parse_NoMapping_IsRefused(string text) => Assert.Throws<ArgumentException>(() => LabelMap.Parse(text));

    private static Corpus Load(CorpusTree tree, string name) =>
        FolderCorpus.Load(tree[name], new FolderCorpusOptions { Name = name });
}
