using EmoHRNet.Corpora;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>What a reader needs to interpret a result: the model, the corpus, the split, and the command.</summary>
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

    /// <summary>What was evaluated: test, validation, training, all, or the combined folds.</summary>
    public string Part { get; init; } = "";

    /// <summary>How the corpus was split, with seed and fold; empty if it was not.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The hash of the split; null if the corpus was not split.</summary>
    public string? SplitHash { get; init; }

    /// <summary>The seed of the split; null when there is none.</summary>
    public int? Seed { get; init; }

    /// <summary>How much of the evaluated audio the model has heard before; null if not known.</summary>
    public HeardCount? Heard { get; init; }

    /// <summary>Whether all evaluated speakers are new to the model; null if not known.</summary>
    public bool? IsSpeakerIndependent { get; init; }

    /// <summary>Whether the epoch was chosen on the evaluated clips: such a result is optimistic.</summary>
    public bool IsTestSelected { get; init; }

    /// <summary>The command that reproduces the result.</summary>
    public string Command { get; init; } = "";

    /// <summary>The options of the run, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Further notes for readers, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The library's version.</summary>
    public string LibraryVersion { get; init; } = typeof(EvaluationContext).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The context of a part of a split. It does not contain what the model has heard, which the split does not tell.</summary>
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
            ? [$"The model was not trained on clips of {string.Join(", ", labels)}, so it cannot recognize them."]
            : [],
    };

    // Happens when a whole corpus is held out and with it the only clips of an emotion.
    private static string[] NeverLearned(DataSplit split, SplitPart part)
    {
        IReadOnlyList<int> learned = split.Training.CountByClass();
        IReadOnlyList<int> evaluated = part.CountByClass();
        return [.. split.Labels.Where((_, label) => learned[label] == 0 && evaluated[label] > 0)];
    }

    /// <summary>The context with how much of the evaluated clips a model has heard.</summary>
    /// <param name="heard">What the model has heard; null if not known.</param>
    /// <param name="evaluated">The evaluated clips.</param>
    /// <param name="known">
    /// Other clips of the same corpus, to recognize speakers: the speaker of any clip the model has heard counts as heard. Null for none.
    /// </param>
    /// <exception cref="CorpusException">A clip cannot be read.</exception>
    public EvaluationContext WithHeard(HeardSpeech? heard, IReadOnlyList<Utterance> evaluated, IReadOnlyList<Utterance>? known = null)
    {
        HeardCount? count = HeardCount.Of(heard, evaluated, known);
        return this with { Heard = count, IsSpeakerIndependent = count?.IsSpeakerIndependent };
    }

    /// <summary>The context of a corpus that was not split.</summary>
    public static EvaluationContext Of(CorpusInfo info) =>
        new() { Corpus = info.Title, Citation = info.Citation, License = info.License, Part = "all" };
}
