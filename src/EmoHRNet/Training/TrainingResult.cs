using EmoHRNet.Audio.Features;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Splits;

namespace EmoHRNet.Training;

/// <summary>What a training run leaves: the weights that were kept and how they came about. Managed memory only.</summary>
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

    /// <summary>What each epoch gave, in order.</summary>
    public IReadOnlyList<EpochRecord> History { get; }

    /// <summary>The epoch whose weights were kept, from 1.</summary>
    public int BestEpoch { get; }

    /// <summary>The number of utterances learned from.</summary>
    public int TrainingCount { get; }

    /// <summary>The number of utterances validated on.</summary>
    public int ValidationCount { get; }

    /// <summary>What the network, and those it was made from, have heard; null when that of one of them is not known.</summary>
    public HeardSpeech? Heard { get; internal init; }

    /// <summary>The caller's own extractor that the network listens to; null for the features of the recipe.</summary>
    public ExtractorDescription? Extractor { get; internal init; }

    /// <summary>The augmentation and noise that the caller brought besides the recipe's; empty for none.</summary>
    internal string Extensions { get; init; } = "";

    /// <summary>What was learned besides emotions, each with its number of classes.</summary>
    internal IReadOnlyList<string> AuxiliaryTasks { get; init; } = [];

    /// <summary>A model description that says what was trained on what; complete it with <c>with</c> before saving.</summary>
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

    /// <summary>Writes the model; an older file is replaced only when the new one is complete.</summary>
    /// <param name="path">The model file; its folder must exist.</param>
    /// <param name="description">What the file says of the model; by default <see cref="Describe"/>.</param>
    /// <param name="storage"><see cref="TensorDataType.F32"/>, or <see cref="TensorDataType.F16"/> for half the size.</param>
    /// <exception cref="IOException">The file cannot be written; an older one is still there.</exception>
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
