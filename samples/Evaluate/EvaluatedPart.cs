using System.CommandLine;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>What is evaluated: the corpora as one, and the part of them that the command line names.</summary>
/// <param name="Corpus">The corpora as one.</param>
/// <param name="Utterances">The part.</param>
/// <param name="Context">What its result must be read with.</param>
/// <param name="Map">What the labels become for the model; null when they have their final names.</param>
internal sealed record EvaluatedPart(Corpus Corpus, IReadOnlyList<Utterance> Utterances, EvaluationContext Context, LabelMap? Map)
{
    /// <exception cref="ArgumentException">An option does not belong to the corpus, or its value makes no sense.</exception>
    /// <exception cref="CorpusException">A corpus or the split does not look right.</exception>
    public static EvaluatedPart Choose(EvaluateArguments arguments, ParseResult parsed, CancellationToken stop)
    {
        EvaluatedPart chosen = Choose(arguments, parsed);
        (IReadOnlyList<Utterance> readable, IReadOnlyList<ClipProblem> unreadable) =
            ReadableClips.Of(chosen.Utterances, parsed.GetValue(arguments.Corpus.SkipUnreadable), stop);
        return chosen with
        {
            Utterances = readable,
            Context = chosen.Context with { Notes = [.. chosen.Context.Notes, .. CorpusNotes.Of(chosen.Corpus), .. CorpusNotes.Unreadable(unreadable)] },
        };
    }

    private static EvaluatedPart Choose(EvaluateArguments arguments, ParseResult parsed)
    {
        IReadOnlyList<Corpus> corpora = arguments.Corpus.LoadEach(parsed);
        LabelMap? map = arguments.Corpus.MapOf(parsed, corpora.Count);
        Corpus corpus = map is null ? corpora[0] : CorpusCombination.Union(corpora, map);
        Describe(corpus);
        string name = parsed.GetValue(arguments.Part)!;
        if (parsed.GetValue(arguments.Split) is not { } file || name == EvaluateArguments.All)
        {
            return new EvaluatedPart(corpus, corpus.Utterances, EvaluationContext.Of(corpus.Info), null);
        }

        (DataSplit split, LabelMap? later) = LoadSplit(file.FullName, corpus, corpora, map);
        SplitPart part = name switch { "test" => split.Test, "validation" => split.Validation, _ => split.Training };
        return part.Count > 0
            ? new EvaluatedPart(corpus, part.Utterances, EvaluationContext.Of(split, part), later)
            : throw new CorpusException($"The {name} part of '{file.FullName}' is empty.");
    }

    // A split names clips with labels: those of a training with the same --labels, or the corpus's own.
    private static (DataSplit Split, LabelMap? Later) LoadSplit(string path, Corpus corpus, IReadOnlyList<Corpus> corpora, LabelMap? map)
    {
        try
        {
            return (DataSplit.Load(path, corpus), null);
        }
        catch (CorpusException) when (map is not null && corpora.Count == 1)
        {
            return (DataSplit.Load(path, corpora[0]), map);
        }
    }

    private static void Describe(Corpus corpus)
    {
        Console.WriteLine($"{corpus.Info.Title}: {corpus.Utterances.Count} clips, {corpus.Speakers.Count} speakers, {corpus.Labels.Count} emotions");
        foreach (CorpusPart part in corpus.Parts)
        {
            if (corpus.Parts.Count > 1 || part.LeftOut.Count > 0)
            {
                Console.WriteLine($"  {part}");
            }

            if (part.Report is { } report && (!report.IsComplete || report.Unrecognized.Count > 0))
            {
                Console.Error.WriteLine(report.DescribeProblems());
            }
        }
    }
}
