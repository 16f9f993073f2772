using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

public class EmotionTrainerFailureTests
{
    [Fact]
    public void Train_InitialWeightsOfAnotherNetwork_IsRefused()
    {
        using SyntheticCorpus data = new();
        File.WriteAllBytes(data["before.safetensors"], TrainAndSave(data, TinyRecipe.Create(1), Cpu));
        TrainingRecipe larger = TinyRecipe.Create(1);
        larger = larger with { Network = HRNetPresets.EmoHRNetSmall(3), InitialWeights = data["before.safetensors"] };

        Assert.Throws<ModelFormatException>(() => TrainAndSave(data, larger, Cpu));
    }

    [Fact]
    public void Train_LossIsNotFinite_NamesEpochStepAndRateAndKeepsTheCheckpoint()
    {
        using SyntheticCorpus data = new();
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"] };
        PoisonAfter augment = new(data.Split.Training.Count + TinyRecipe.Create().Training.BatchSize);
        EmotionTrainer trainer = new(TinyRecipe.Create(3), environment, new() { SpecAugments = [augment] });

        TrainingDivergedException e = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation));

        Assert.Equal(2, e.Epoch);
        Assert.InRange(e.Step, 2, 3);
        Assert.Equal(3e-3, e.LearningRate, 3);
        using SafetensorsFile checkpoint = SafetensorsFile.Open(environment.CheckpointPath!);
        Assert.All(checkpoint.Tensors.Keys.Where(n => n.StartsWith("network.") && n.EndsWith("weight")),
            name => Assert.All(checkpoint.ReadFloats(name), w => Assert.True(float.IsFinite(w))));
    }

    [Fact]
    public void Train_UnreadableClip_NamesTheFile()
    {
        using SyntheticCorpus data = new();
        string broken = data.Split.Training.Utterances[3].Path;
        File.WriteAllText(broken, "no audio");

        CorpusException e = Assert.Throws<CorpusException>(() => TrainAndSave(data, TinyRecipe.Create(1), Cpu));

        Assert.Contains(broken, e.Message);
    }

    [Fact]
    public void Train_BestValidationWithoutValidationSet_IsRefused()
    {
        using SyntheticCorpus data = new();

        Assert.Throws<ArgumentException>(() => new EmotionTrainer(TinyRecipe.Create(1), Cpu).Train(data.Split.Training, null, cancellationToken: Cancellation));
    }

    private sealed class PoisonAfter(int utterances) : ISpecAugment
    {
        private int _seen;

        public void Apply(Spectrogram spectrogram, Random random)
        {
            if (++_seen > utterances)
            {
                spectrogram.Values.Fill(float.NaN);
            }
        }
    }
}
