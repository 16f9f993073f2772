using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

public class EmotionTrainerTests
{
    [Fact]
    public void Train_SeparableEmotions_RecognisesUnseenClips()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(epochs: 15);

        TrainingResult result = new EmotionTrainer(recipe, Cpu).Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation);

        Assert.Equal(15, result.History.Count);
        Assert.True(result.History[^1].TrainingLoss < 0.6 * result.History[0].TrainingLoss);
        result.Save(data["model.safetensors"]);
        using EmotionClassifier classifier = new(data["model.safetensors"], new EmotionClassifierOptions { SpeechThreshold = 0 });
        IReadOnlyList<int> counts = data.Split.Training.CountByClass();
        Assert.Equal(counts.Select(count => (double)count / counts.Sum()), classifier.Labels.Select(label => classifier.Model.LabelPriors![label]));
        Assert.All(data.Split.Test.Utterances, u => Assert.Equal(u.Emotion, classifier.PredictFile(u.Path).Label));
    }

    [Fact]
    public void Train_BFloat16_LearnsAndKeepsFloat32Weights()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(epochs: 10);
        recipe = recipe with { Training = recipe.Training with { Precision = TrainingPrecision.BFloat16 } };

        TrainingResult result = new EmotionTrainer(recipe, Cpu).Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation);

        Assert.True(result.History[^1].TrainingLoss < 0.8 * result.History[0].TrainingLoss);
        result.Save(data["model.safetensors"]);
        using SafetensorsFile file = SafetensorsFile.Open(data["model.safetensors"]);
        float[] weights = file.ReadFloats("conv1.weight");
        Assert.Contains(weights, w => BitConverter.SingleToUInt32Bits(w) << 16 != 0);
    }

    [Fact]
    public void Train_FromInitialWeights_KeepsFrozenStagesAndMovesTheRest()
    {
        using SyntheticCorpus data = new();
        string before = data["before.safetensors"], after = data["after.safetensors"];
        File.WriteAllBytes(before, TrainAndSave(data, TinyRecipe.Create(2), Cpu));

        File.WriteAllBytes(after, TrainAndSave(data, TinyRecipe.Create(1) with { InitialWeights = before, FrozenStages = 1 }, Cpu));

        using SafetensorsFile first = SafetensorsFile.Open(before), second = SafetensorsFile.Open(after);
        Assert.Equal(first.ReadFloats("conv1.weight"), second.ReadFloats("conv1.weight"));
        Assert.Equal(first.ReadFloats("bn1.running_mean"), second.ReadFloats("bn1.running_mean"));
        Assert.NotEqual(first.ReadFloats("stage2.0.branches.0.0.conv1.weight"), second.ReadFloats("stage2.0.branches.0.0.conv1.weight"));
    }

    [Fact]
    public void Train_FeaturesWithDeltas_WidensTheNetworksInput()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(1);

        byte[] model = TrainAndSave(data, recipe with { Features = recipe.Features with { DeltaOrder = 2 } }, Cpu);

        File.WriteAllBytes(data["deltas.safetensors"], model);
        using EmotionClassifier classifier = new(data["deltas.safetensors"], new EmotionClassifierOptions { SpeechThreshold = 0 });
        Assert.Equal(3, classifier.Model.Network.InputChannels);
        Assert.Equal(1, classifier.PredictFile(data.Split.Test.Utterances[0].Path).Probabilities.Values.Sum(), 1e-4);
    }

    [Fact]
    public void Train_SameSeedTwice_GivesTheSameWeightsBitForBit()
    {
        using SyntheticCorpus data = new();

        byte[] first = TrainAndSave(data, TinyRecipe.Create(2), Cpu);
        byte[] second = TrainAndSave(data, TinyRecipe.Create(2), Cpu);
        TrainingRecipe other = TinyRecipe.Create(2);
        byte[] otherSeed = TrainAndSave(data, other with { Training = other.Training with { Seed = 8 } }, Cpu);

        Assert.Equal(first, second);
        Assert.NotEqual(first, otherSeed);
    }

    [Fact]
    public void Train_ValidationGetsWorse_StopsEarlyAndKeepsTheBestEpoch()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(30);
        recipe = recipe with { Training = recipe.Training with { EarlyStoppingPatience = 2, WeightAveragingDecay = 0, Schedule = LearningRateSchedule.Constant } };
        NoiseAfter augment = new(5 * data.Split.Training.Count);

        TrainingResult result = new EmotionTrainer(recipe, Cpu, new() { SpecAugments = [augment] }).Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation);

        Assert.True(result.History.Count < 30);
        Assert.Equal(result.History.Count - 2, result.BestEpoch);
    }

    [Fact]
    public void Train_TensorBoardFolder_HoldsAnEventFile()
    {
        using SyntheticCorpus data = new();

        TrainAndSave(data, TinyRecipe.Create(1), Cpu with { TensorBoardFolder = data["events"] });

        Assert.True(Directory.GetFiles(data["events"], "events.out.tfevents*", SearchOption.AllDirectories).Single() is { } file && new FileInfo(file).Length > 100);
    }

    [Fact]
    public void Train_NoiseAndGain_LearnsFromSamplesThatDifferEveryTimeAndRepeatsUnderASeed()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(2);
        recipe = recipe with { Augmentation = recipe.Augmentation with { Noise = new NoiseInjectionOptions(), Gain = new GainPerturbationOptions() } };

        byte[] first = TrainAndSave(data, recipe, Cpu);

        Assert.Equal(first, TrainAndSave(data, recipe, Cpu));
        Assert.NotEqual(first, TrainAndSave(data, TinyRecipe.Create(2), Cpu));
    }

    [Fact]
    public void Train_FeatureCache_GivesTheSameWeightsAndIsReused()
    {
        using SyntheticCorpus data = new();
        TrainingEnvironment cached = Cpu with { FeatureCacheFolder = data["cache"] };

        byte[] without = TrainAndSave(data, TinyRecipe.Create(1), Cpu);
        byte[] writing = TrainAndSave(data, TinyRecipe.Create(1), cached);
        DateTime[] written = [.. Entries(data).Select(File.GetLastWriteTimeUtc)];
        byte[] reading = TrainAndSave(data, TinyRecipe.Create(1), cached);

        Assert.Equal(without, writing);
        Assert.Equal(without, reading);
        Assert.NotEmpty(written);
        Assert.Equal(written, Entries(data).Select(File.GetLastWriteTimeUtc));
    }

    private static IEnumerable<string> Entries(SyntheticCorpus data) =>
        Directory.EnumerateFiles(data["cache"], "*", SearchOption.AllDirectories).Order();

    private sealed class NoiseAfter(int utterances) : ISpecAugment
    {
        private int _seen;

        public void Apply(Spectrogram spectrogram, Random random)
        {
            if (++_seen <= utterances)
            {
                return;
            }

            for (int i = 0; i < spectrogram.Values.Length; i++)
            {
                spectrogram.Values[i] = 30 * (random.NextSingle() - 0.5f);
            }
        }
    }

    [Fact]
    public void Train_GroupOfBatchesThatIsNotFull_WeighsAsMuchAsItHas()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(1);
        int batches = (data.Split.Training.Count + recipe.Training.BatchSize - 1) / recipe.Training.BatchSize;

        byte[] whole = TrainAndSave(data, Accumulating(batches), Cpu);
        byte[] larger = TrainAndSave(data, Accumulating(batches + 1), Cpu);

        Assert.True(batches > 1);
        Assert.Equal(whole, larger);

        TrainingRecipe Accumulating(int count) => recipe with { Training = recipe.Training with { GradientAccumulation = count } };
    }

    [Fact]
    public void Train_UtterancesShorterThanTheWindow_TellAugmentationHowLongTheyAre()
    {
        using SyntheticCorpus data = new();
        Recording recording = new();

        new EmotionTrainer(TinyRecipe.Create(1) with { WindowFrames = 500 }, Cpu, new() { SpecAugments = [recording] })
            .Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation);

        // Half a second at speeds 0.95 to 1.05.
        Assert.NotEmpty(recording.Lengths);
        int frames = 1 + (8_000 / new MelSpectrogramOptions().HopLength);
        Assert.All(recording.Lengths, length => Assert.InRange(length, frames * 0.9, frames * 1.1));
    }

    private sealed class Recording : ISpecAugment
    {
        public System.Collections.Concurrent.ConcurrentBag<int> Lengths { get; } = [];

        public void Apply(Spectrogram spectrogram, Random random) => throw new InvalidOperationException("The length of the utterance is not known.");

        public void Apply(Spectrogram window, int utteranceFrames, Random random) => Lengths.Add(utteranceFrames);
    }
}
