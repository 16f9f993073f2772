using EmoHRNet.Splits;

namespace EmoHRNet.Core.Tests.Splits;

public class SpeakerIndependentSplitTests
{
    [Fact]
    public void Create_AnySeed_NoSpeakerIsInTwoParts()
    {
        SmallCorpus small = new(speakers: 10, takes: 1);

        for (int seed = 0; seed < 20; seed++)
        {
            DataSplit split = new SpeakerIndependentSplit { Seed = seed, TestFraction = 0.3, ValidationFraction = 0.3 }.Create(small.Corpus);

            Assert.Equal(3, split.Test.Speakers.Count);
            Assert.Equal(2, split.Validation.Speakers.Count);
            Assert.Equal(5, split.Training.Speakers.Count);
            Assert.Equal(10, split.Training.Speakers.Concat(split.Validation.Speakers).Concat(split.Test.Speakers).Distinct().Count());
            Assert.True(split.IsSpeakerIndependent);
        }
    }

    [Fact]
    public void Create_NamedSpeakers_TestsExactlyThem()
    {
        SmallCorpus small = new();

        DataSplit split = new SpeakerIndependentSplit { TestSpeakers = ["s1", "s4"] }.Create(small.Corpus);

        Assert.Equal(["s1", "s4"], split.Test.Speakers);
    }

    [Fact]
    public void Create_UnknownSpeaker_ListsTheSpeakers()
    {
        SmallCorpus small = new();

        CorpusException exception = Assert.Throws<CorpusException>(
            () => new SpeakerIndependentSplit { TestSpeakers = ["anna"] }.Create(small.Corpus));

        Assert.Contains("anna", exception.Message, StringComparison.Ordinal);
        Assert.Contains("s0, s1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OneSpeakerOnly_IsRefused()
    {
        SmallCorpus small = new(speakers: 1);

        CorpusException exception = Assert.Throws<CorpusException>(() => new SpeakerIndependentSplit().Create(small.Corpus));

        Assert.Contains("1 speakers", exception.Message, StringComparison.Ordinal);
    }
}
