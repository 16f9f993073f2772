using EmoHRNet.Audio.Features;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Splits;

namespace EmoHRNet.Training;

/// <summary>The result of a training run: the kept weights and the history of the run. Managed memory only.</summary>
public sealed class TrainingResult
{
    private readonly IReadOnlyList<StoredTensor> _weights;
    private readonly string _corpus;
    private readonly double[] _priors;

    internal TrainingResult(TrainingRecipe recipe, TrainingSet training, ValidationSet? validation, RunState state)
    {
        (Recipe, Labels, History, BestEpoch, _weights) = (recipe, training.Labels, state.History, state.BestEpoch, state.BestWeights);
        (TrainingCount, ValidationCount) = (training.Count, validation?.Count ?? 0);
        _priors = SoftTargets.LabelPriors(training, recipe.Training);
        _corpus = string.Join(" + ", training.Utterances.Select(u => u.Corpus).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The recipe, with the number of classes of the training set.</summary>
    public TrainingRecipe Recipe { get; }

    /// <summary>The emotions in the order of the network's outputs.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Loss, validation metrics and timing of each epoch, in order.</summary>
    public IReadOnlyList<EpochRecord> History { get; }

    /// <summary>The epoch whose weights were kept, from 1.</summary>
    public int BestEpoch { get; }

    /// <summary>The number of training utterances.</summary>
    public int TrainingCount { get; }

    /// <summary>The number of validation utterances.</summary>
    public int ValidationCount { get; }

    /// <summary>The training data of the network and of the models it was made from; null when one of them is unknown.</summary>
    public HeardSpeech? Heard { get; internal init; }

    /// <summary>The custom extractor of the network's input; null for the features of the recipe.</summary>
    public ExtractorDescription? Extractor { get; internal init; }

    /// <summary>The custom augmentation and noise; empty for none.</summary>
    internal string Extensions { get; init; } = "";

    /// <summary>The auxiliary tasks, each with its number of classes.</summary>
    internal IReadOnlyList<string> AuxiliaryTasks { get; init; } = [];

    /// <summary>A model description with the training data and the recipe; complete it with <c>with</c> before saving.</summary>
    public ModelDescription Describe() => new()
    {
        Labels = [.. Labels],
        Network = Recipe.Network,
        Preparation = Recipe.Preparation,
        Features = Extractor is null ? Recipe.Features : new FeatureOptions(),
        Extractor = Extractor,
        WindowFrames = Recipe.WindowFrames,
        LabelPriors = Labels.Zip(_priors).ToDictionary(each => each.First, each => each.Second),
        Provenance = DescribeProvenance(),
        Heard = Heard,
    };

    /// <summary>Writes the model; an existing file is replaced only when the new one is complete.</summary>
    /// <param name="path">The model file; its folder must exist.</param>
    /// <param name="description">The description to store; by default <see cref="Describe"/>.</param>
    /// <param name="storage"><see cref="TensorDataType.F32"/>, or <see cref="TensorDataType.F16"/> for half the size.</param>
    /// <exception cref="IOException">The file cannot be written; an existing one is unchanged.</exception>
    public void Save(string path, ModelDescription? description = null, TensorDataType storage = TensorDataType.F32)
    {
        using HRNetModule network = new(Recipe.Network);
        ModuleTensors.Restore(network, _weights.ToDictionary(t => t.Name, StringComparer.Ordinal), "training run");
        ModelFile.Save(path, network, description ?? Describe(), storage);
    }

    private Dictionary<string, string> DescribeProvenance()
    {
        Dictionary<string, string> provenance = new()
        {
            ["corpus"] = _corpus,
            ["recipe"] = Recipe.Name,
            ["seed"] = Recipe.Training.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["epoch"] = $"{BestEpoch} of {History.Count}, {Recipe.Training.Selection}",
            ["utterances"] = $"{TrainingCount} training, {ValidationCount} validation",
            ["library"] = $"EmoHRNet {typeof(TrainingResult).Assembly.GetName().Version?.ToString(3)}",
        };
        if (Recipe.Distillation is { } distillation)
        {
            provenance["teachers"] = string.Join(", ", distillation.Teachers.Select(path => Path.GetFileName(path)));
        }

        if (Extensions.Length > 0)
        {
            provenance["extensions"] = Extensions;
        }

        if (AuxiliaryTasks.Count > 0)
        {
            provenance["auxiliary tasks"] = string.Join(", ", AuxiliaryTasks);
        }

        return provenance;
    }
}
