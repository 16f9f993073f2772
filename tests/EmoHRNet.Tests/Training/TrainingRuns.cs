using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

internal static class TrainingRuns
{
    /// <summary>Trains and returns the bytes of the model file.</summary>
    public static byte[] TrainAndSave(SyntheticCorpus data, TrainingRecipe recipe, TrainingEnvironment environment)
    {
        string path = data[$"{Guid.NewGuid():N}.safetensors"];
        new EmotionTrainer(recipe, environment)
            .Train(data.Split.Training, data.Split.Validation, cancellation: TestContext.Current.CancellationToken)
            .Save(path);
        return File.ReadAllBytes(path);
    }
}
