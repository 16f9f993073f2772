using System.CommandLine;
using System.Globalization;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>Reads the corpus, divides it, and runs one split or every fold.</summary>
internal sealed class TrainCommand(TrainArguments arguments, ParseResult parsed)
{
    private readonly RecipeChoice _recipe = new(arguments, parsed);

    public void Run(CancellationToken cancellationToken)
    {
        TrainingRecipe recipe = _recipe.Create();
        recipe.Validate();
        if (parsed.GetValue(arguments.SaveRecipe) is { } file)
        {
            recipe.Save(file.FullName);
            Console.WriteLine($"Wrote {file.FullName}");
            return;
        }

        Train(cancellationToken);
    }

    private string Output => parsed.GetRequiredValue(arguments.Output)!.FullName;

    private string FoldsFolder => Path.ChangeExtension(Output, ".folds");

    private void Train(CancellationToken cancellationToken)
    {
        RequireOutputFolder();
        Corpus corpus = ReadableClips.Of(LoadCorpus(), parsed.GetValue(arguments.Corpus.SkipUnreadable), UseOfClips(), arguments.Corpus.Reading.Of(parsed), cancellationToken);
        IReadOnlyList<DataSplit> splits = Divide(corpus);
        if (splits.Count == 1)
        {
            RequireNothingToMerge();
            WriteResult(splits, RunSplit(splits[0], Output, cancellationToken));
            return;
        }

        FoldSummary summary = Merged.Length > 0 ? Driver(splits).Merge(splits, Merged) : RunFolds(splits, cancellationToken);
        Console.WriteLine($"Folds {splits.Count - summary.MissingFolds.Count} of {splits.Count} finished; results in {FoldsFolder}.");
        Console.WriteLine(summary.Report?.ToText());
        WriteResult(splits, summary.IsComplete ? summary.Report : null);
    }

    private void WriteResult(IReadOnlyList<DataSplit> splits, EvaluationReport? report)
    {
        TrainingRecipe recipe = _recipe.Create();
        string seed = recipe.Training.Seed.ToString(CultureInfo.InvariantCulture);
        arguments.Results.Write(parsed, report, recipe.Name, seed, splits, new Dictionary<string, string> { [recipe.Name] = recipe.ToJson() });
    }

    private string[] Merged => parsed.GetValue(arguments.Merge) ?? [];

    private void RequireNothingToMerge()
    {
        if (Merged.Length > 0)
        {
            throw new ArgumentException($"{arguments.Merge.Name} gathers folds, and {arguments.Protocol.Name} {parsed.GetValue(arguments.Protocol)} has none.");
        }
    }

    private CrossValidation Driver(IReadOnlyList<DataSplit> splits) => new(new CrossValidationOptions
    {
        Folder = FoldsFolder,
        Settings = new FoldRun(arguments, parsed).Settings(_recipe.Create()),
        OnlyFold = OnlyFold(splits),
    });

    private FoldSummary RunFolds(IReadOnlyList<DataSplit> splits, CancellationToken cancellationToken)
    {
        return Driver(splits).Run(splits, (split, stop) => RunSplit(split, Path.ChangeExtension(Output, $"fold{split.Origin.Fold}{Path.GetExtension(Output)}"), stop)!,
            cancellationToken: cancellationToken);
    }

    private EvaluationReport? RunSplit(DataSplit split, string modelPath, CancellationToken cancellationToken) =>
        new FoldRun(arguments, parsed).Run(split, modelPath, _recipe.CreateFor(split), cancellationToken);

    private void RequireOutputFolder()
    {
        string folder = Path.GetDirectoryName(Output)!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder '{folder}' of --output does not exist; create it first.");
        }

        if (Directory.Exists(Output))
        {
            throw new IOException($"--output names the folder '{Output}'; expected a file to write, such as model.safetensors.");
        }
    }

    private Corpus LoadCorpus()
    {
        Corpus corpus = arguments.Corpus.Load(parsed);
        Console.WriteLine($"{corpus.Info.Title}: {corpus.Utterances.Count} utterances, {corpus.Speakers.Count} speakers, {corpus.Labels.Count} emotions");
        foreach (CorpusPart part in corpus.Parts.Where(part => corpus.Parts.Count > 1 || part.LeftOut.Count > 0))
        {
            Console.WriteLine($"  {part}");
        }

        return corpus;
    }

    // A clip that is empty after the recipe's preparation has no features.
    private Action<Waveform> UseOfClips()
    {
        AudioPreparation preparation = new(_recipe.Create().Preparation);
        return clip =>
        {
            if (preparation.Prepare(clip).Length == 0)
            {
                throw new ArgumentException("the recording is empty after preparation");
            }
        };
    }

    private IReadOnlyList<DataSplit> Divide(Corpus corpus)
    {
        ISplitProtocol protocol = SplitProtocols.Create(parsed.GetRequiredValue(arguments.Protocol), new SplitSettings
        {
            Seed = parsed.GetValue(arguments.SplitSeed) ?? _recipe.Seed,
            EmoBoxLists = parsed.GetValue(arguments.Corpus.EmoBox)?.FirstOrDefault(),
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
}
