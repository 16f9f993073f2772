using EmoHRNet.Corpora;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>What a result must be read with: which model, on what, divided how, made by which command.</summary>
public sealed record EvaluationContext
{
    /// <summary>The model: a file name or a preset.</summary>
    public string Model { get; init; } = "";

    /// <summary>The corpus's full name.</summary>
    public string Corpus { get; init; } = "";

    /// <summary>How to cite the corpus.</summary>
    public string Citation { get; init; } = "";

    /// <summary>The license of the corpus.</summary>
    public string License { get; init; } = "";

    /// <summary>What was evaluated: test, validation, training, all, or the folds together.</summary>
    public string Part { get; init; } = "";

    /// <summary>How the corpus was divided, with seed and fold; empty when it was not.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The hash of the split; null when the corpus was not divided.</summary>
    public string? SplitHash { get; init; }

    /// <summary>The seed of the split; null when there is none.</summary>
    public int? Seed { get; init; }

    /// <summary>How much of what was evaluated the model has heard before; null when that is not known.</summary>
    public HeardCount? Heard { get; init; }

    /// <summary>Whether the model is known to have heard no speaker evaluated; null when that is not known.</summary>
    public bool? IsSpeakerIndependent { get; init; }

    /// <summary>Whether the epoch was chosen on the clips evaluated: such a result is optimistic.</summary>
    public bool IsTestSelected { get; init; }

    /// <summary>The command that gives the result again.</summary>
    public string Command { get; init; } = "";

    /// <summary>The options of the run, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>What else a reader must know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The library's version.</summary>
    public string LibraryVersion { get; init; } = typeof(EvaluationContext).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The context of a part of a split. It says nothing of the model: what that has heard is not a matter of the split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="part">One of its parts.</param>
    public static EvaluationContext Of(DataSplit split, SplitPart part) => Of(split.Corpus.Info) with
    {
        Part = part.Name,
        Protocol = split.Origin.ToString(),
        SplitHash = split.Hash,
        Seed = split.Origin.Seed,
        IsTestSelected = split.IsTestSelected,
        Notes = NeverLearned(split, part) is { Length: > 0 } labels
            ? [$"No clip of {string.Join(", ", labels)} was learned from, so none of those evaluated can be recognized."]
            : [],
    };

    // Possible where a whole corpus is left out and an emotion with it.
    private static string[] NeverLearned(DataSplit split, SplitPart part)
    {
        IReadOnlyList<int> learned = split.Training.CountByClass();
        IReadOnlyList<int> evaluated = part.CountByClass();
        return [.. split.Labels.Where((_, label) => learned[label] == 0 && evaluated[label] > 0)];
    }

    /// <summary>The context with what a model has heard of the clips evaluated.</summary>
    /// <param name="heard">What the model has heard; null when that is not known.</param>
    /// <param name="evaluated">The clips evaluated.</param>
    /// <param name="known">Other clips of the same corpus: whoever speaks in one that was heard was heard. Null for none.</param>
    /// <exception cref="CorpusException">A clip cannot be read.</exception>
    public EvaluationContext WithHeard(HeardSpeech? heard, IReadOnlyList<Utterance> evaluated, IReadOnlyList<Utterance>? known = null)
    {
        HeardCount? count = HeardCount.Of(heard, evaluated, known);
        return this with { Heard = count, IsSpeakerIndependent = count?.IsSpeakerIndependent };
    }

    /// <summary>The context of a corpus that was not divided.</summary>
    public static EvaluationContext Of(CorpusInfo info) =>
        new() { Corpus = info.Title, Citation = info.Citation, License = info.License, Part = "all" };
}
