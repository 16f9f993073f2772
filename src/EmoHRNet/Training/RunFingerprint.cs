using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Splits;

namespace EmoHRNet.Training;

/// <summary>Tells whether a checkpoint belongs to a run: a hash of the recipe, the utterances and the library.</summary>
internal static class RunFingerprint
{
    // Counted up when what a checkpoint holds changes, so that older ones are refused by name.
    private const int CheckpointFormat = 2;

    public static string Of(TrainingRecipe recipe, TrainingSet training, ValidationSet? validation)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"checkpoint {CheckpointFormat}");
        text.AppendLine(typeof(RunFingerprint).Assembly.GetName().Version?.ToString()).AppendLine(recipe.ToJson());
        text.AppendLine(recipe.InitialWeights is { } path ? ContentHash(path) : "new weights");
        text.AppendJoin("", (recipe.Distillation?.Teachers ?? []).Select(teacher => $"teacher {ContentHash(teacher)}\n"));
        text.AppendJoin('\n', training.Utterances.Select(u => $"{u.Id} {u.Emotion}")).AppendLine();
        text.AppendJoin('\n', (validation?.Utterances ?? []).Select(u => u.Id));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string ContentHash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
