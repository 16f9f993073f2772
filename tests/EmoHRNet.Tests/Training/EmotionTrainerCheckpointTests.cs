using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

/// <summary>Checkpoints and resumed runs.</summary>
public class EmotionTrainerCheckpointTests
{
    [Theory]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.AdamW)]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Muon)]
    public void Train_CancelledAndResumed_GivesTheSameWeightsBitForBit(OptimizerKind optimizer)
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(4);
        recipe = recipe with
        {
            Training = recipe.Training with { Optimizer = optimizer },
            AuxiliaryTasks = [new AuxiliaryTask { Attributes = ["speaker"] }],
        };
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"], Resume = true };
        byte[] expected = TrainAndSave(data, recipe, Cpu);

        foreach (int epoch in (int[])[2, 3])
        {
            using CancellationTokenSource source = new();
            CancelAt watcher = new(source, epoch, step: 2);
            Assert.ThrowsAny<OperationCanceledException>(() =>
                new EmotionTrainer(recipe, environment).Train(data.Split.Training, data.Split.Validation, watcher, source.Token));
        }

        Assert.Equal(expected, TrainAndSave(data, recipe, environment));
    }

    [Fact]
    public void Train_ResumedAfterTheEnd_ReturnsTheFinishedRun()
    {
        using SyntheticCorpus data = new();
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"], Resume = true };
        byte[] first = TrainAndSave(data, TinyRecipe.Create(2), environment);

        StepCounter counter = new();
        TrainingResult again = new EmotionTrainer(TinyRecipe.Create(2), environment).Train(data.Split.Training, data.Split.Validation, counter, Cancellation);

        again.Save(data["again.safetensors"]);
        Assert.Equal(0, counter.Steps);
        Assert.Equal(first, File.ReadAllBytes(data["again.safetensors"]));
    }

    [Fact]
    public void Train_CheckpointOfAnotherRecipe_IsRefused()
    {
        using SyntheticCorpus data = new();
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"], Resume = true };
        TrainAndSave(data, TinyRecipe.Create(1), environment);

        ModelFormatException e = Assert.Throws<ModelFormatException>(() => TrainAndSave(data, TinyRecipe.Create(2), environment));

        Assert.Contains("another recipe", e.Message);
    }

    [Fact]
    public void Train_CheckpointOfAnotherTeacherUnderTheSameName_IsRefused()
    {
        using SyntheticCorpus data = new();
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"], Resume = true };
        string teacher = data["teacher.safetensors"];
        TrainingRecipe recipe = TinyRecipe.Create(1) with { Distillation = new DistillationOptions { Teachers = [teacher] } };
        File.WriteAllBytes(teacher, TrainAndSave(data, TinyRecipe.Create(1), Cpu));
        TrainAndSave(data, recipe, environment);
        TrainAndSave(data, recipe, environment);
        File.WriteAllBytes(teacher, TrainAndSave(data, TinyRecipe.Create(2), Cpu));

        Assert.Throws<ModelFormatException>(() => TrainAndSave(data, recipe, environment));
    }

    [Fact]
    public void Train_Checkpoint_HoldsTheOptimizersStateAsNamedTensors()
    {
        using SyntheticCorpus data = new();
        TrainAndSave(data, TinyRecipe.Create(1), Cpu with { CheckpointPath = data["checkpoint"] });

        using SafetensorsFile checkpoint = SafetensorsFile.Open(data["checkpoint"]);

        Assert.All(["exp_avg", "exp_avg_sq"], statistic =>
        {
            Assert.Equal(checkpoint.Tensors["network.conv1.weight"].Shape, checkpoint.Tensors[$"optimizer.conv1.weight.{statistic}"].Shape);
            Assert.Contains(checkpoint.ReadFloats($"optimizer.conv1.weight.{statistic}"), value => value != 0);
        });
    }

    [Fact]
    public void Train_DamagedCheckpoint_IsRefused()
    {
        using SyntheticCorpus data = new();
        File.WriteAllText(data["checkpoint"], "this is no checkpoint, although it is long enough to be looked at");
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"], Resume = true };

        Assert.Throws<ModelFormatException>(() => TrainAndSave(data, TinyRecipe.Create(1), environment));
    }

    [Fact]
    public void Train_CheckpointFolderMissing_SaysSoBeforeAnyWork()
    {
        using SyntheticCorpus data = new();
        StepCounter counter = new();
        EmotionTrainer trainer = new(TinyRecipe.Create(1), Cpu with { CheckpointPath = data["missing/checkpoint"] });

        Assert.Throws<DirectoryNotFoundException>(() => trainer.Train(data.Split.Training, data.Split.Validation, counter, Cancellation));
        Assert.Equal(0, counter.Steps);
    }

    [Fact]
    public void Train_DiskFullDuringACheckpoint_KeepsTheCheckpointBeforeAndContinuesFromIt()
    {
        using SyntheticCorpus data = new();
        byte[] expected = TrainAndSave(data, TinyRecipe.Create(2), Cpu with { CheckpointPath = data["roomy"] });
        using SmallDisk? disk = SmallDisk.TryMount(new FileInfo(data["roomy"]).Length * 3 / 2);
        Assert.SkipWhen(disk is null, "This user may not mount a small disk.");
        TrainingEnvironment cramped = Cpu with { CheckpointPath = disk["checkpoint"], Resume = true };

        Assert.Throws<IOException>(() => TrainAndSave(data, TinyRecipe.Create(2), cramped));

        Assert.Equal(["checkpoint"], Directory.GetFileSystemEntries(Path.GetDirectoryName(disk["checkpoint"])!).Select(f => Path.GetFileName(f)));
        File.Copy(disk["checkpoint"], data["moved"]);
        StepCounter counter = new();
        TrainingEnvironment roomy = cramped with { CheckpointPath = data["moved"] };
        TrainingResult result = new EmotionTrainer(TinyRecipe.Create(2), roomy).Train(data.Split.Training, data.Split.Validation, counter, Cancellation);
        result.Save(data["resumed.safetensors"]);
        Assert.Equal((data.Split.Training.Count + 7) / 8, counter.Steps);
        Assert.Equal(expected, File.ReadAllBytes(data["resumed.safetensors"]));
    }

    private sealed class CancelAt(CancellationTokenSource source, int epoch, int step) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch == epoch && value.Done == step)
            {
                source.Cancel();
            }
        }
    }
}
