using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

internal static class TrainingRuns
{
    public static TrainingEnvironment Cpu { get; } = new() { Device = "cpu" };

    /// <summary>The token of the current test.</summary>
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Trains and returns the bytes of the model file.</summary>
    public static byte[] TrainAndSave(SyntheticCorpus data, TrainingRecipe recipe, TrainingEnvironment environment)
    {
        string path = data[$"{Guid.NewGuid():N}.safetensors"];
        new EmotionTrainer(recipe, environment)
            .Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation)
            .Save(path);
        return File.ReadAllBytes(path);
    }
}
