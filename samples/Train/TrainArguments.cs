using System.CommandLine;
using System.CommandLine.Parsing;
using EmoHRNet.Splits;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>The command line: its options, their defaults and their help.</summary>
internal sealed class TrainArguments
{
    private const string DefaultCorpus = "ravdess";

    public CorpusArguments Corpus { get; } = new();

    public Option<FileInfo?> Output { get; } = new("--output") { Description = "The model file to write (.safetensors).", HelpName = "FILE" };

    public Option<string> Preset { get; } = new("--preset") { Description = "The recipe: network, features, augmentation, optimizer.", DefaultValueFactory = _ => "small" };

    public Option<FileInfo?> Recipe { get; } = new("--recipe")
    {
        Description = "A recipe as JSON, as written by --save-recipe; replaces --preset. Omitted options have their defaults.",
        HelpName = "FILE",
    };

    public Option<FileInfo?> SaveRecipe { get; } = new("--save-recipe")
    {
        Description = "Write the recipe of the other options and exit; needs neither --data nor --output.",
        HelpName = "FILE",
    };

    public Option<string[]> Teacher { get; } = new("--teacher")
    {
        Description = "A model file to learn from in addition to the labels (distillation); may be given several times. {fold} stands for the number of the fold. "
            + "[default: the recipe's]",
        HelpName = "FILE",
    };

    public Option<int?> Epochs { get; } = new("--epochs") { Description = "Passes over the training set. [default: the recipe's]" };

    public Option<int?> Batch { get; } = new("--batch") { Description = "Utterances per step. [default: the recipe's]" };

    public Option<int?> Seed { get; } = new("--seed")
    {
        Description = "The seed of split, initial weights, order and augmentation. [default: that of --recipe, or 1]",
    };

    public Option<int?> SplitSeed { get; } = new("--split-seed")
    {
        Description = "The seed of the split only: networks with different seeds but the same split can be averaged or teach each other. [default: the seed]",
    };

    public Option<string> Protocol { get; } = new("--protocol", "--split")
    {
        Description = "How the corpus is divided. random: speakers occur in every part, as does every emotion. speaker: the test speakers occur in no other part. "
            + "emobox: the folds of --emobox. leave-one-corpus-out: each of several corpora is tested with a model trained on the others. "
            + "Protocols with folds train one model per fold.",
        DefaultValueFactory = _ => "random",
    };

    public Option<int> Folds { get; } = new("--folds") { Description = "The number of folds, for k-fold protocols.", DefaultValueFactory = _ => 5 };

    public Option<int?> Fold { get; } = new("--fold") { Description = "Run this fold only, from 1, to distribute folds over machines." };

    public Option<string[]> Merge { get; } = new("--merge")
    {
        Description = "Train nothing: merge the folds that other machines have run, from the folder OUTPUT.folds of each. May be given "
            + "several times; all other options must be the same as there.",
        HelpName = "DIR",
    };

    public Option<double> Test { get; } = new("--test") { Description = "The share of the corpus that is tested. 0: a final run on everything, whose model has no result of its own.", DefaultValueFactory = _ => 0.2 };

    public Option<double> Validation { get; } = new("--validation")
    {
        Description = "The share of the rest that calibrates the model and, if the preset says so, selects the epoch.",
        DefaultValueFactory = _ => 0.1,
    };

    public Option<double?> Temperature { get; } = new("--temperature")
    {
        Description = "The softmax temperature to store, such as one found by cross-validation over speakers. [default: fitted on the validation part]",
    };

    public Option<string> Device { get; } = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    public Option<bool> Resume { get; } = new("--resume") { Description = "Continue from the checkpoint beside the output (OUTPUT.checkpoint)." };

    public Option<FileInfo?> Report { get; } = new("--report")
    {
        Description = "A JSON file for options, split, epochs and test result. The test result is written beside it as .md and .html.",
    };

    public ResultArguments Results { get; } = new();

    public Option<bool> Half { get; } = new("--half") { Description = "Store the weights in half precision: half the size." };

    public Option<DirectoryInfo?> Cache { get; } = new("--cache") { Description = "A folder that keeps computed features for later runs." };

    public RootCommand ToCommand()
    {
        Corpus.Corpus.DefaultValueFactory = _ => [DefaultCorpus];
        Protocol.AcceptOnlyFromAmong([.. SplitProtocols.Names]);
        Preset.AcceptOnlyFromAmong([.. TrainingRecipes.Names]);
        RequireNumbers();
        Temperature.Validators.Add(RequireStorableTemperature);
        RootCommand command = new("Trains a speech emotion model, selects an epoch on the validation part, and measures it once on the test part.")
        {
            Output, Preset, Recipe, SaveRecipe, Teacher, Epochs, Batch, Seed, SplitSeed, Protocol, Folds, Fold, Merge, Test, Validation, Temperature, Device, Resume, Report, Half, Cache,
        };
        Corpus.AddTo(command);
        Results.AddTo(command);
        command.Validators.Add(RequireDataAndOutput);
        return command;
    }

    private void RequireNumbers()
    {
        foreach (Option<int?> option in (Option<int?>[])[Epochs, Batch, Seed, SplitSeed, Fold])
        {
            option.TakesNumber();
        }

        Folds.TakesNumber();
        Test.TakesNumber();
        Validation.TakesNumber();
        Temperature.TakesNumber();
    }

    // Checked before hours of work rather than when the model is written.
    private void RequireStorableTemperature(OptionResult result)
    {
        // An option that could not be parsed has no value.
        if (result.Tokens is [var token] && NumberOptions.TryParse(token.Value, out double temperature) && temperature is < 0.01 or > 100)
        {
            result.AddError($"Option '{Temperature.Name}' is {token.Value}; expected 0.01 to 100.");
        }
    }

    private void RequireDataAndOutput(CommandResult result)
    {
        foreach (Option option in (Option[])[Corpus.Data, Output])
        {
            if (result.GetResult(SaveRecipe) is null && result.GetResult(option) is null)
            {
                result.AddError($"Option '{option.Name}' is required.");
            }
        }
    }
}
