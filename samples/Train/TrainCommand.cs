using System.CommandLine;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>Reads the corpus, divides it, and runs one split or every fold.</summary>
internal sealed class TrainCommand(TrainArguments arguments, ParseResult parsed)
{
    private readonly string _output = parsed.GetRequiredValue(arguments.Output).FullName;

    public void Run(CancellationToken cancellation)
    {
        RequireOutputFolder();
        Corpus corpus = LoadCorpus();
        IReadOnlyList<DataSplit> splits = Divide(corpus);
        if (splits.Count == 1)
        {
            RunSplit(splits[0], _output, cancellation);
            return;
        }

        FoldSummary summary = RunFolds(splits, cancellation);
        Console.WriteLine($"Folds {splits.Count - summary.MissingFolds.Count} of {splits.Count} finished; results in {FoldsFolder}.");
        Console.WriteLine(summary.Report?.ToText());
    }

    private string FoldsFolder => Path.ChangeExtension(_output, ".folds");

    private FoldSummary RunFolds(IReadOnlyList<DataSplit> splits, CancellationToken cancellation)
    {
        FoldDriver driver = new(new FoldDriverOptions
        {
            Folder = FoldsFolder,
            Settings = CreateRecipe(splits[0]).ToJson(),
            OnlyFold = OnlyFold(splits),
        });
        return driver.Run(splits, (split, stop) => RunSplit(split, Path.ChangeExtension(_output, $"fold{split.Origin.Fold}{Path.GetExtension(_output)}"), stop),
            cancellation: cancellation);
    }

    private EvaluationReport RunSplit(DataSplit split, string modelPath, CancellationToken cancellation) =>
        new FoldRun(arguments, parsed, modelPath, CreateRecipe(split)).Run(split, cancellation);

    private void RequireOutputFolder()
    {
        string folder = Path.GetDirectoryName(_output)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder '{folder}' of --output does not exist; create it first.");
        }

        if (Directory.Exists(_output))
        {
            throw new IOException($"--output names the folder '{_output}'; expected a file to write, such as model.safetensors.");
        }
    }

    private Corpus LoadCorpus()
    {
        CorpusLoadOptions options = new()
        {
            AllowIncomplete = parsed.GetValue(arguments.AllowIncomplete),
            SkipUnreadable = parsed.GetValue(arguments.SkipUnreadable),
        };
        Corpus corpus = CorpusCatalog.Load(parsed.GetRequiredValue(arguments.Corpus), parsed.GetRequiredValue(arguments.Data), options);
        Console.WriteLine($"{corpus.Info.Title}: {corpus.Utterances.Count} utterances, {corpus.Speakers.Count} speakers, {corpus.Labels.Count} emotions");
        return corpus;
    }

    private IReadOnlyList<DataSplit> Divide(Corpus corpus)
    {
        ISplitProtocol protocol = SplitProtocols.Create(parsed.GetRequiredValue(arguments.Protocol), new SplitSettings
        {
            Seed = parsed.GetValue(arguments.Seed),
            Folds = parsed.GetValue(arguments.Folds),
            TestFraction = parsed.GetValue(arguments.Test),
            ValidationFraction = parsed.GetValue(arguments.Validation),
        });
        return protocol.Split(corpus);
    }

    private int? OnlyFold(IReadOnlyList<DataSplit> splits)
    {
        int? fold = parsed.GetValue(arguments.Fold);
        return fold is null or >= 1 && (fold ?? 1) <= splits.Count
            ? fold
            : throw new ArgumentException($"--fold is {fold}; the protocol has the folds 1 to {splits.Count}.");
    }

    private TrainingRecipe CreateRecipe(DataSplit split)
    {
        TrainingRecipe preset = TrainingRecipes.Get(parsed.GetRequiredValue(arguments.Preset));
        int epochs = parsed.GetValue(arguments.Epochs) ?? preset.Training.Epochs;
        return preset with
        {
            Network = preset.Network with { ClassCount = split.Labels.Count },
            Training = preset.Training with
            {
                Seed = parsed.GetValue(arguments.Seed),
                Epochs = epochs,
                WarmupEpochs = Math.Min(preset.Training.WarmupEpochs, epochs / 2.0),
                BatchSize = parsed.GetValue(arguments.Batch) ?? preset.Training.BatchSize,
            },
        };
    }
}
