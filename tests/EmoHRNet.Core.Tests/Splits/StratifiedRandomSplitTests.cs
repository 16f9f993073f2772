using EmoHRNet.Audio.Options;
using EmoHRNet.Core.Tests.Corpora;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;

namespace EmoHRNet.Core.Tests.Splits;

public class StratifiedRandomSplitTests(RavdessFolders folders)
{
    [Fact]
    public void Create_Ravdess_GivesEveryClassItsShareAndUsesEveryClipOnce()
    {
        Corpus corpus = RavdessCorpus.Load(folders.Path);

        DataSplit split = new StratifiedRandomSplit { TestFraction = 0.2, ValidationFraction = 0.125 }.Create(corpus);

        Assert.Equal(288, split.Test.Count);
        Assert.InRange(split.Validation.Count, 143, 145);
        Assert.Equal(
            corpus.Utterances.Select(clip => clip.Id),
            split.Training.Utterances.Concat(split.Validation.Utterances).Concat(split.Test.Utterances).Select(clip => clip.Id).Order(StringComparer.Ordinal));
        Assert.InRange(split.Test.CountByClass()[0], 18, 20);
        Assert.All(split.Test.CountByClass().Skip(1), count => Assert.InRange(count, 37, 40));
        Assert.False(split.IsTestSelected);
    }

    [Fact]
    public void Create_SameSeed_GivesTheSameHashAndAnotherSeedAnother()
    {
        SmallCorpus small = new();

        string first = new StratifiedRandomSplit { Seed = 7 }.Create(small.Corpus).Hash;

        Assert.Equal(first, new StratifiedRandomSplit { Seed = 7 }.Create(small.Corpus).Hash);
        Assert.NotEqual(first, new StratifiedRandomSplit { Seed = 8 }.Create(small.Corpus).Hash);
    }

    [Fact]
    public void Create_SameClipUnderTwoNames_IsNeverInTwoParts()
    {
        SmallCorpus small = new(takes: 2);
        small.MakeSame("small/s0-emotion0-0", "small/s5-emotion0-1");

        for (int seed = 0; seed < 50; seed++)
        {
            DataSplit split = new StratifiedRandomSplit { Seed = seed, TestFraction = 0.4, ValidationFraction = 0.4 }.Create(small.Corpus);

            string[] parts = [.. new SplitPart[] { split.Training, split.Validation, split.Test }
                .Where(part => part.Utterances.Any(clip => clip.Id is "small/s0-emotion0-0" or "small/s5-emotion0-1"))
                .Select(part => part.GetType().Name)];
            Assert.Single(parts);
        }
    }

    [Fact]
    public void Create_RavdessRepeatedRecording_StaysTogetherThoughTheFilesDiffer()
    {
        Corpus corpus = RavdessCorpus.Load(folders.Path);

        for (int seed = 0; seed < 20; seed++)
        {
            TestSet test = new StratifiedRandomSplit { Seed = seed, TestFraction = 0.5 }.Create(corpus).Test;

            Assert.NotEqual(1, test.Utterances.Count(clip => clip.Id is "ravdess/03-01-03-01-02-01-07" or "ravdess/03-01-03-01-02-02-07"));
        }
    }

    [Fact]
    public void Create_NoValidation_LeavesTheValidationPartEmpty()
    {
        SmallCorpus small = new();

        DataSplit split = new StratifiedRandomSplit { ValidationFraction = 0 }.Create(small.Corpus);

        Assert.Equal(0, split.Validation.Count);
        Assert.Equal(90, split.Training.Count + split.Test.Count);
    }

    [Fact]
    public void Create_OneClassOnly_IsRefused()
    {
        SmallCorpus small = new(classes: 1);

        CorpusException exception = Assert.Throws<CorpusException>(() => new StratifiedRandomSplit().Create(small.Corpus));

        Assert.Contains("at least 2 classes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OneClipPerClass_NamesTheClass()
    {
        SmallCorpus small = new(speakers: 1, takes: 1);

        CorpusException exception = Assert.Throws<CorpusException>(() => new StratifiedRandomSplit().Create(small.Corpus));

        Assert.Contains("'emotion0' has 1 recording", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SharesOutOfRange_NamesBoth()
    {
        InvalidOptionsException exception = Assert.Throws<InvalidOptionsException>(
            () => new StratifiedRandomSplit { TestFraction = 1, ValidationFraction = double.NaN }.Validate());

        Assert.Equal(["TestFraction", "ValidationFraction"], exception.Problems.Select(problem => problem.Name));
    }
}
