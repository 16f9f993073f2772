using System.CommandLine;
using EmoHRNet.Splits;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>The recipe of a run: a preset or a file, with the changes of the command line.</summary>
internal sealed class RecipeChoice(TrainArguments arguments, ParseResult parsed)
{
    private const int DefaultSeed = 1;

    private readonly Lazy<TrainingRecipe?> _file =
        new(() => parsed.GetValue(arguments.Recipe) is { } file ? TrainingRecipe.Load(file.FullName) : null);

    /// <summary>The seed of training and, by default, of the split.</summary>
    public int Seed => parsed.GetValue(arguments.Seed) ?? _file.Value?.Training.Seed ?? DefaultSeed;

    /// <summary>The recipe before the corpus is known.</summary>
    public TrainingRecipe Create()
    {
        TrainingRecipe recipe = _file.Value ?? TrainingRecipes.Create(parsed.GetRequiredValue(arguments.Preset));
        return recipe with { Training = Change(recipe.Training), Distillation = ChangeTeachers(recipe.Distillation) };
    }

    /// <summary>The recipe of one split: with its number of classes, and with the teachers of its fold.</summary>
    public TrainingRecipe CreateFor(DataSplit split)
    {
        TrainingRecipe recipe = Create();
        return recipe with
        {
            Network = recipe.Network with { ClassCount = split.Labels.Count },
            Distillation = recipe.Distillation is { } options
                ? options with { Teachers = [.. options.Teachers.Select(path => FoldPath.Of(path, split.Origin.Fold))] }
                : null,
        };
    }

    private DistillationOptions? ChangeTeachers(DistillationOptions? options) =>
        parsed.GetValue(arguments.Teacher) is { Length: > 0 } teachers ? (options ?? new DistillationOptions()) with { Teachers = teachers } : options;

    // Otherwise a short run would end during the warm-up.
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
