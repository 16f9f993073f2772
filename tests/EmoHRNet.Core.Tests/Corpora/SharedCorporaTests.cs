using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

/// <summary>Loaders on real corpora, compared with the tables beside them.</summary>
public class SharedCorporaTests
{
    private static readonly CorpusLoadOptions Opus = new() { Extensions = [".opus"] };

    [Theory]
    [InlineData("nemo")]
    [InlineData("emodb")]
    [InlineData("indian")]
    public void Load_RealCorpus_AgreesWithItsTable(string name)
    {
        Assert.SkipWhen(SharedData.PathOrNull("corpora", name, "clips.csv") is null, "No shared corpora here.");
        string folder = SharedData.PathOrNull("corpora", name)!;

        Corpus corpus = CorpusCatalog.Known.Load(name, folder, Opus);

        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "clips.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(rows.Length, corpus.Utterances.Count);
        Assert.True(corpus.Report!.IsComplete);
        Dictionary<string, Utterance> byFile = corpus.Utterances.ToDictionary(clip => Path.GetFileName(clip.Path));
        Assert.All(rows, row =>
        {
            Utterance clip = byFile[row[0]];
            Assert.Equal((row[1], row[2], row[3]), (LabelMap.Common[clip.Emotion], clip.Speaker, clip.Metadata["sentence"]));
        });
    }

    [Fact]
    public void Union_NemoEmoDbAndPhoneCorpus_HasCommonLabelsAndSaysWhatIsLeftOut()
    {
        Assert.SkipWhen(SharedData.PathOrNull("corpora", "emodb") is null, "No shared corpora here.");

        Corpus all = CorpusCombination.Union(
            [.. new[] { "nemo", "indian", "emodb" }.Select(name => CorpusCatalog.Known.Load(name, SharedData.PathOrNull("corpora", name)!, Opus))]);

        Assert.Equal("emodb+indian+nemo", all.Name);
        Assert.Equal(["neutral", "happy", "sad", "angry", "fearful", "disgust", "surprised"], all.Labels);
        Assert.Equal(535 - 81 + 2226 + 4481, all.Utterances.Count);
        Assert.Equal(79 + 809 + 805, all.Utterances.Count(clip => clip.Emotion == "neutral"));
        Assert.Equal("EMO-DB: 454 utterances of 10 speakers, 81 left out (boredom)", all.Parts[0].ToString());
        Assert.Equal(10 + 108 + 9, all.Speakers.Count);
    }
}
