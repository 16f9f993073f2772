using System.CommandLine;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>The command line: its options, their defaults and their help.</summary>
internal sealed class TrainArguments
{
    public Option<string> Corpus { get; } = new("--corpus") { Description = "The corpus the folder holds.", DefaultValueFactory = _ => "ravdess" };

    public Option<string> Data { get; } = new("--data") { Description = "The corpus folder, or the manifest of a csv corpus.", Required = true };

    public Option<FileInfo> Output { get; } = new("--output") { Description = "The model file to write (.safetensors).", Required = true };

    public Option<string> Preset { get; } = new("--preset") { Description = "The recipe: network, features, augmentation, optimiser.", DefaultValueFactory = _ => "small" };

    public Option<int?> Epochs { get; } = new("--epochs") { Description = "Passes over the training set. [default: the preset's]" };

    public Option<int?> Batch { get; } = new("--batch") { Description = "Utterances per step. [default: the preset's]" };

    public Option<int> Seed { get; } = new("--seed") { Description = "The seed of split, initial weights, order and augmentation.", DefaultValueFactory = _ => 1 };

    public Option<string> Protocol { get; } = new("--protocol", "--split")
    {
        Description = "How the corpus is divided. random: known voices, every emotion in every part. speaker: the test speakers are new voices. "
            + "Protocols with folds train one model per fold.",
        DefaultValueFactory = _ => "random",
    };

    public Option<int> Folds { get; } = new("--folds") { Description = "The number of folds, for k-fold protocols.", DefaultValueFactory = _ => 5 };

    public Option<int?> Fold { get; } = new("--fold") { Description = "Run this fold only, from 1: folds can be spread over machines." };

    public Option<double> Test { get; } = new("--test") { Description = "The share of the corpus that is tested.", DefaultValueFactory = _ => 0.2 };

    public Option<double> Validation { get; } = new("--validation")
    {
        Description = "The share of the rest that calibrates the model and, where the preset says so, chooses the epoch.",
        DefaultValueFactory = _ => 0.1,
    };

    public Option<string> Device { get; } = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    public Option<bool> Resume { get; } = new("--resume") { Description = "Continue from the checkpoint beside the output (OUTPUT.checkpoint)." };

    public Option<FileInfo?> Report { get; } = new("--report")
    {
        Description = "A JSON file for options, split, epochs and test result. The test result stands beside it as .md and .html.",
    };

    public Option<bool> Half { get; } = new("--half") { Description = "Store the weights in half precision: half the size." };

    public Option<DirectoryInfo?> Cache { get; } = new("--cache") { Description = "A folder that keeps computed features for later runs." };

    public Option<bool> AllowIncomplete { get; } = new("--allow-incomplete") { Description = "Accept a corpus that has fewer clips than were published." };

    public Option<bool> SkipUnreadable { get; } = new("--skip-unreadable") { Description = "Leave out clips that cannot be read, and list them." };

    public RootCommand ToCommand()
    {
        Corpus.AcceptOnlyFromAmong([.. CorpusCatalog.Names]);
        Protocol.AcceptOnlyFromAmong([.. SplitProtocols.Names]);
        Preset.AcceptOnlyFromAmong([.. TrainingRecipes.Names]);
        return new RootCommand("Trains a speech emotion model, keeps an epoch by the validation part, and measures it once on the test part.")
        {
            Corpus, Data, Output, Preset, Epochs, Batch, Seed, Protocol, Folds, Fold, Test, Validation, Device, Resume,
            Report, Half, Cache, AllowIncomplete, SkipUnreadable,
        };
    }
}
