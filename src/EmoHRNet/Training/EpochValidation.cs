using EmoHRNet.Evaluation;
using EmoHRNet.Inference;
using EmoHRNet.Network;
using EmoHRNet.Splits;
using static TorchSharp.torch;

namespace EmoHRNet.Training;

/// <summary>Scores a network on the validation set, with the windows that prediction uses.</summary>
internal sealed class EpochValidation(FeatureStore features, ValidationSet validation, TrainingRecipe recipe, Device device)
{
    public const int BatchSize = 64;

    public ValidationScore Score(HRNetModule network)
    {
        network.eval();
        WindowScorer scorer = new(network, recipe.WindowFrames, device, BatchSize);
        float[][] probabilities = scorer.Probabilities([.. validation.Utterances.Select(u => features[u, FeatureStore.NaturalSpeed])]);
        int[] predictions = [.. probabilities.Select(row => Array.IndexOf(row, row.Max()))];
        ClassificationMetrics metrics = ClassificationMetrics.Of(validation.Labels, validation.Targets, predictions);
        double loss = probabilities.Select((row, i) => -Math.Log(Math.Max(1e-12, row[validation.Targets[i]]))).Average();
        return new ValidationScore(metrics.Accuracy, metrics.UnweightedAccuracy, loss);
    }
}
