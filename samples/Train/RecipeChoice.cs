using System.CommandLine;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>The recipe of a run: a preset or a file, and what the command line changes about it.</summary>
internal sealed class RecipeChoice(TrainArguments arguments, ParseResult parsed)
{
    private const int DefaultSeed = 1;

    private readonly Lazy<TrainingRecipe?> _file =
        new(() => parsed.GetValue(arguments.Recipe) is { } file ? TrainingRecipe.Load(file.FullName) : null);

    /// <summary>The seed of the split, too.</summary>
    public int Seed => parsed.GetValue(arguments.Seed) ?? _file.Value?.Training.Seed ?? DefaultSeed;

    public TrainingRecipe Create()
    {
        TrainingRecipe recipe = _file.Value ?? TrainingRecipes.Get(parsed.GetRequiredValue(arguments.Preset));
        return recipe with { Training = Change(recipe.Training) };
    }

    // Few epochs would otherwise end before the warm-up does.
    private TrainingOptions Change(TrainingOptions training)
    {
        int? epochs = parsed.GetValue(arguments.Epochs);
        return training with
        {
            Seed = Seed,
            Epochs = epochs ?? training.Epochs,
            WarmupEpochs = epochs is { } count ? Math.Min(training.WarmupEpochs, count / 2.0) : training.WarmupEpochs,
            BatchSize = parsed.GetValue(arguments.Batch) ?? training.BatchSize,
        };
    }
}
