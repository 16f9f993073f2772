using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using TorchSharp;

namespace EmoHRNet.Training;

/// <summary>Tells whether a checkpoint belongs to a run: a hash of everything that its result follows from.</summary>
internal static class RunFingerprint
{
    // Counted up when what a checkpoint holds changes, so that older ones are refused by name.
    private const int CheckpointFormat = 3;

    /// <param name="recipe">The recipe, complete.</param>
    /// <param name="training">What is learned from.</param>
    /// <param name="validation">What the epoch is chosen on.</param>
    /// <param name="extensions">What the caller brings besides the recipe; null for nothing.</param>
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

    // Auxiliary tasks are taught what stands in speaker and metadata.
    private static string Describe(Utterance utterance) =>
        $"{utterance.Id} {utterance.Emotion} {utterance.Speaker} {string.Join(' ', utterance.Metadata.OrderBy(each => each.Key, StringComparer.Ordinal))}";

    private static string ContentHash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
