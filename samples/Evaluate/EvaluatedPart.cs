using System.CommandLine;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>The combined corpora, and the part of them to evaluate.</summary>
/// <param name="Corpus">The corpora as one.</param>
/// <param name="Utterances">The part.</param>
/// <param name="Context">Notes for the interpretation of its result.</param>
/// <param name="Map">The label map for the model; null if labels have their final names.</param>
internal sealed record EvaluatedPart(Corpus Corpus, IReadOnlyList<Utterance> Utterances, EvaluationContext Context, LabelMap? Map)
{
    /// <summary>The split of the part; null without one.</summary>
    public DataSplit? Split { get; init; }

    /// <exception cref="ArgumentException">An option does not belong to the corpus, or its value is invalid.</exception>
    /// <exception cref="CorpusException">A corpus or the split does not have the expected content.</exception>
    public static EvaluatedPart Choose(
        EvaluateArguments arguments, ParseResult parsed, EvaluatedCorpora corpora, int? fold, CancellationToken cancellationToken)
    {
        EvaluatedPart chosen = Sample(PartOf(arguments, parsed, corpora, fold), parsed.GetValue(arguments.Sample));
        (IReadOnlyList<Utterance> readable, IReadOnlyList<ClipProblem> unreadable) =
            ReadableClips.Of(chosen.Utterances, parsed.GetValue(arguments.Corpus.SkipUnreadable), arguments.Corpus.Reading.Of(parsed), cancellationToken);
        return chosen with
        {
            Utterances = readable,
            Context = chosen.Context with { Notes = [.. chosen.Context.Notes, .. CorpusNotes.Of(chosen.Corpus), .. CorpusNotes.Unreadable(unreadable)] },
        };
    }

    private static EvaluatedPart Sample(EvaluatedPart part, int? count)
    {
        if (count is not { } size || size >= part.Utterances.Count)
        {
            return part;
        }

        IReadOnlyList<Utterance> drawn = ClipSample.Of(part.Utterances, size, part.Map);
        int share = drawn.CountBy(clip => ClipSample.Label(clip, part.Map)).Max(emotion => emotion.Value);
        string note = $"{drawn.Count} of {part.Utterances.Count} clips, drawn at random, at most {share} of each emotion (seed {ClipSample.Seed}).";
        return part with { Utterances = drawn, Context = part.Context with { Notes = [.. part.Context.Notes, note] } };
    }

    private static EvaluatedPart PartOf(EvaluateArguments arguments, ParseResult parsed, EvaluatedCorpora corpora, int? fold)
    {
        Corpus corpus = corpora.Whole;
        string name = parsed.GetValue(arguments.Part)!;
        if (parsed.GetValue(arguments.Split) is not { } file || name == EvaluateArguments.All)
        {
            return new EvaluatedPart(corpus, corpus.Utterances, EvaluationContext.Of(corpus.Info), null);
        }

        (DataSplit split, LabelMap? later) = LoadSplit(FoldPath.Of(file.FullName, fold), corpora);
        SplitPart part = name switch { "test" => split.Test, "validation" => split.Validation, _ => split.Training };
        return part.Count > 0
            ? new EvaluatedPart(corpus, part.Utterances, EvaluationContext.Of(split, part), later) { Split = split }
            : throw new CorpusException($"The {name} part of '{file.FullName}' is empty.");
    }

    // A split stores labels: those of a training with the same --labels, or the corpus's own.
    private static (DataSplit Split, LabelMap? Later) LoadSplit(string path, EvaluatedCorpora corpora)
    {
        try
        {
            return (DataSplit.Load(path, corpora.Whole), null);
        }
        catch (CorpusException) when (corpora.Map is not null && corpora.Each.Count == 1)
        {
            return (DataSplit.Load(path, corpora.Each[0]), corpora.Map);
        }
    }
}
