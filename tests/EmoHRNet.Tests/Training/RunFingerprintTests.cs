using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using TorchSharp;

namespace EmoHRNet.Tests.Training;

public class RunFingerprintTests
{
    [Fact]
    public void Of_WhatAuxiliaryTasksLearn_IsPartOfIt()
    {
        using SyntheticCorpus data = new();

        string[] prints =
        [
            Print(data.Corpus),
            Print(data.Corpus, clip => clip with { Speaker = "another" }),
            Print(data.Corpus, clip => clip with { Metadata = new Dictionary<string, string> { ["sentence"] = "kids" } }),
            Print(data.Corpus, clip => clip with { Metadata = new Dictionary<string, string> { ["sentence"] = "dogs" } }),
        ];

        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.Equal(prints[0], Print(data.Corpus));
    }

    [Fact]
    public void Of_MasksOfOnesOwn_ArePartOfItWithTheirSettings()
    {
        using SyntheticCorpus data = new();

        string[] prints = [.. new ISpecAugment?[]
        {
            null,
            new Silencing(),
            new SpecAugment(new SpecAugmentOptions { MaximumTimeMask = 3 }),
            new SpecAugment(new SpecAugmentOptions { MaximumTimeMask = 4 }),
            new AugmentSequence(new SpecAugment(new SpecAugmentOptions { MaximumTimeMask = 4 }), new TimeShift()),
            new AugmentSequence(new SpecAugment(new SpecAugmentOptions { MaximumTimeMask = 4 }), new TimeShift(new TimeShiftOptions { MaximumShift = 2 })),
        }.Select(augment => Print(data.Corpus, augment: augment))];

        Assert.Equal(prints.Length, prints.Distinct().Count());
    }

    [Fact]
    public void Of_EverythingElseOfOnesOwn_IsPartOfIt()
    {
        using SyntheticCorpus data = new();

        string[] prints = [.. new TrainingExtensions[]
        {
            new(),
            new() { Extractor = new LagExtractor(8) },
            new() { Extractor = new LagExtractor(9) },
            new() { Extractor = new LagExtractor(9, 1.2f) },
            new() { WaveformAugments = [new SpeedPerturbation(0.9, 1)] },
            new() { WaveformAugments = [new SpeedPerturbation(0.9, 1.1)] },
            new() { WaveformAugments = [new SpeedPerturbation(0.9, 1.1).WithProbability(0.5)] },
            new() { NoiseSources = [new RecordedNoise(16_000, [[0.1f, 0.2f]])] },
            new() { NoiseSources = [new RecordedNoise(16_000, [[0.1f, 0.3f]])] },
        }.Select(extensions => Print(data.Corpus, extensions: extensions))];

        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.Equal(prints[0], Print(data.Corpus));
    }

    [Fact]
    public void Of_NumberOfThreads_IsPartOfIt()
    {
        using SyntheticCorpus data = new();
        int threads = torch.get_num_threads();
        try
        {
            torch.set_num_threads(1);
            string one = Print(data.Corpus);
            torch.set_num_threads(2);
            Assert.NotEqual(one, Print(data.Corpus));
        }
        finally
        {
            torch.set_num_threads(threads);
        }
    }

    private static string Print(
        Corpus corpus, Func<Utterance, Utterance>? change = null, ISpecAugment? augment = null, TrainingExtensions? extensions = null)
    {
        Corpus changed = new(corpus.Info, corpus.Utterances.Select((clip, i) => i == 0 && change is not null ? change(clip) : clip));
        DataSplit split = DataSplit.Create(changed, new SplitOrigin("by hand"), changed.Utterances.Take(12), [], changed.Utterances.Skip(12));
        return RunFingerprint.Of(TinyRecipe.Create(1), split.Training, null, augment is null ? extensions : new TrainingExtensions { SpecAugments = [augment] });
    }

    private sealed class Silencing : ISpecAugment
    {
        public void Apply(Spectrogram spectrogram, Random random) => spectrogram.Values.Clear();
    }
}
