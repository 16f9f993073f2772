using System.CommandLine;
using System.Reflection;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Publishing;
using EmoHRNet.Splits;

namespace EmoHRNet.Samples;

/// <summary>The arguments that publish a result; compiled into every sample that has one.</summary>
internal sealed class ResultArguments
{
    private const int CommitLength = 7;

    public Option<DirectoryInfo?> Results { get; } = new("--results")
    {
        Description = "Add the result to this folder of published results (docs/results): a row of runs.csv, its predictions, its recipe. Needs --result and --chosen.",
        HelpName = "DIR",
    };

    public Option<string?> Result { get; } = new("--result") { Description = "The name of the row.", HelpName = "NAME" };

    public Option<string?> Chosen { get; } = new("--chosen")
    {
        Description = "What was chosen on which clips: recipe, epoch, temperature, ensemble members; 'nothing' if nothing was chosen on the test clips.",
        HelpName = "TEXT",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Results, Result, Chosen])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(found =>
        {
            if (found.GetValue(Results) is not null && (found.GetValue(Result) is null || found.GetValue(Chosen) is null))
            {
                found.AddError($"{Results.Name} needs {Result.Name} and {Chosen.Name}.");
            }
        });
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="report">The result; null if there is none, or folds are missing.</param>
    /// <param name="recipe">The name of the recipe, or the names of several.</param>
    /// <param name="seed">The seed of the training, or several seeds.</param>
    /// <param name="splits">The split of each fold.</param>
    /// <param name="recipes">Recipes to write, as JSON by name.</param>
    public void Write(
        ParseResult parsed, EvaluationReport? report, string recipe, string seed, IReadOnlyList<DataSplit> splits, IReadOnlyDictionary<string, string>? recipes = null)
    {
        if (parsed.GetValue(Results) is not { } folder)
        {
            return;
        }

        if (report is null)
        {
            Console.WriteLine("No result was published: there is none, or folds are missing.");
            return;
        }

        RunOrigin origin = new()
        {
            Recipe = recipe,
            Seed = seed,
            Splits = [.. splits.Select(split => split.Hash)],
            Commit = Commit(),
            Chosen = parsed.GetValue(Chosen)!,
        };
        RunRecord run = new ResultsFolder(folder.FullName).Add(parsed.GetValue(Result)!, report, origin, recipes);
        Console.WriteLine($"Added {run.Name} to {folder.FullName}");
    }

    // The build appends the commit to the version: 0.1.0+f51ce52....
    private static string Commit()
    {
        string version = typeof(EvaluationReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        int plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? "unknown" : version[(plus + 1)..Math.Min(version.Length, plus + 1 + CommitLength)];
    }
}
