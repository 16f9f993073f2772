using EmoHRNet.Evaluation;
using EmoHRNet.Inference;
using EmoHRNet.Network;
using EmoHRNet.Splits;
using static TorchSharp.torch;

namespace EmoHRNet.Training;

/// <summary>Scores a network on the validation set, with the windows and the label priors that prediction uses.</summary>
internal sealed class EpochValidation(
    FeatureStore features, ValidationSet validation, TrainingRecipe recipe, PriorCorrection priors, Device device)
{
    private const int BatchSize = 64;

    public ValidationScore Score(HRNetModule network)
    {
        network.eval();
        float[][] probabilities = Probabilities(network);
        int[] predictions = [.. probabilities.Select(row => Array.IndexOf(row, row.Max()))];
        ClassificationMetrics metrics = ClassificationMetrics.Of(validation.Labels, validation.Targets, predictions);
        double loss = probabilities.Select((row, i) => -Math.Log(Math.Max(1e-12, row[validation.Targets[i]]))).Average();
        return new ValidationScore(metrics.Accuracy, metrics.UnweightedAccuracy, loss);
    }

    private float[][] Probabilities(HRNetModule network)
    {
        using ModuleNetwork windows = new(network, recipe.Network.InputChannels, features.BandCount, device);
        CalibratedNetwork calibrated = new(windows, validation.Labels.Count, priors: priors);
        BatchClassifier batches = new(
            (values, count) => calibrated.Run(values, count, recipe.WindowFrames), new ClipWindows(recipe.WindowFrames), validation.Labels.Count, BatchSize);
        return [.. batches.Classify([.. validation.Utterances.Select(u => features[u, FeatureStore.NaturalSpeed])], default).Select(answer => answer.Probabilities)];
    }
}
