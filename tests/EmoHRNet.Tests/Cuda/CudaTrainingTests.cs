using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Cuda;

/// <summary>Training on a GPU: it learns, also in mixed precision, and a run can move between GPU and CPU.</summary>
[Trait("Category", CudaDevice.Category)]
public class CudaTrainingTests
{
    [Theory]
    [InlineData(TrainingPrecision.Full)]
    [InlineData(TrainingPrecision.BFloat16)]
    public void Train_Gpu_LearnsAsOnTheProcessor(TrainingPrecision precision)
    {
        string device = CudaDevice.Require();
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create();
        recipe = recipe with { Training = recipe.Training with { Precision = precision } };
        EpochRecord onGpu = Train(data, recipe, new TrainingEnvironment { Device = device }).History[^1];
        EpochRecord onCpu = Train(data, TinyRecipe.Create(), new TrainingEnvironment { Device = "cpu" }).History[^1];
        Assert.Equal(onCpu.TrainingLoss, onGpu.TrainingLoss, 0.15);
        Assert.Equal(onCpu.ValidationAccuracy!.Value, onGpu.ValidationAccuracy!.Value, 0.25);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Train_StoppedOnOneDevice_IsResumedOnTheOther(bool startsOnGpu)
    {
        string gpu = CudaDevice.Require();
        (string first, string second) = startsOnGpu ? (gpu, "cpu") : ("cpu", gpu);
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(4);
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Train(data, recipe, Checkpointed(data, first), new StopAfter(source, epoch: 2), source.Token));

        TrainingResult resumed = Train(data, recipe, Checkpointed(data, second));

        Assert.Equal([1, 2, 3, 4], resumed.History.Select(record => record.Epoch));
        EpochRecord whole = Train(data, recipe, new TrainingEnvironment { Device = "cpu" }).History[^1];
        Assert.Equal(whole.TrainingLoss, resumed.History[^1].TrainingLoss, 0.15);
        resumed.Save(data["model.safetensors"]);
        Assert.Equal(3, ModelFile.ReadDescription(data["model.safetensors"]).Labels.Count);
    }

    private static TrainingEnvironment Checkpointed(SyntheticCorpus data, string device) =>
        new() { Device = device, CheckpointPath = data["checkpoint"], Resume = true };

    private static TrainingResult Train(
        SyntheticCorpus data,
        TrainingRecipe recipe,
        TrainingEnvironment environment,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken? cancellationToken = null) =>
        new EmotionTrainer(recipe, environment)
            .Train(data.Split.Training, data.Split.Validation, progress, cancellationToken ?? TestContext.Current.CancellationToken);

    private sealed class StopAfter(CancellationTokenSource source, int epoch) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch > epoch)
            {
                source.Cancel();
            }
        }
    }
}
