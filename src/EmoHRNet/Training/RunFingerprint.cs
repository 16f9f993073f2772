using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using TorchSharp;

namespace EmoHRNet.Training;

/// <summary>A hash of everything that the result of a run depends on: tells whether a checkpoint belongs to the run.</summary>
internal static class RunFingerprint
{
    // Incremented when the content of checkpoints changes, so that older ones are refused.
    private const int CheckpointFormat = 3;

    /// <param name="recipe">The complete recipe.</param>
    /// <param name="training">The training set.</param>
    /// <param name="validation">The validation set.</param>
    /// <param name="extensions">The custom code of the run; null for none.</param>
    public static string Of(TrainingRecipe recipe, TrainingSet training, ValidationSet? validation, TrainingExtensions? extensions = null)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"checkpoint {CheckpointFormat}");
        text.AppendLine(typeof(RunFingerprint).Assembly.GetName().Version?.ToString()).AppendLine(recipe.ToJson());
        text.AppendLine(CultureInfo.InvariantCulture, $"{torch.get_num_threads()} threads");
        text.AppendLine(recipe.InitialWeights is { } path ? ContentHash(path) : "new weights");
        text.AppendJoin("", (recipe.Distillation?.Teachers ?? []).Select(teacher => $"teacher {ContentHash(teacher)}\n"));
        text.AppendLine(extensions?.ToString() is { Length: > 0 } own ? own : "masks of the recipe");
        text.AppendJoin('\n', training.Utterances.Select(Describe)).AppendLine();
        text.AppendJoin('\n', (validation?.Utterances ?? []).Select(u => u.Id));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Auxiliary tasks learn the speaker and the metadata.
    private static string Describe(Utterance utterance) =>
        $"{utterance.Id} {utterance.Emotion} {utterance.Speaker} {string.Join(' ', utterance.Metadata.OrderBy(each => each.Key, StringComparer.Ordinal))}";

    private static string ContentHash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
