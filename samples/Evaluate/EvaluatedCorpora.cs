using System.CommandLine;
using EmoHRNet.Corpora;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>The corpora of the command line.</summary>
/// <param name="Each">Each of them, with its own labels.</param>
/// <param name="Map">The label map for the model; null if labels keep their names.</param>
/// <param name="Whole">All of them as one, with the labels of the model.</param>
internal sealed record EvaluatedCorpora(IReadOnlyList<Corpus> Each, LabelMap? Map, Corpus Whole)
{
    /// <exception cref="ArgumentException">An option does not belong to the corpus, or its value is invalid.</exception>
    /// <exception cref="CorpusException">A corpus does not have the expected layout.</exception>
    public static EvaluatedCorpora Load(EvaluateArguments arguments, ParseResult parsed)
    {
        IReadOnlyList<Corpus> corpora = arguments.Corpus.LoadEach(parsed);
        LabelMap? map = arguments.Corpus.MapOf(parsed, corpora.Count);
        Corpus whole = map is null ? corpora[0] : CorpusCombination.Union(corpora, map);
        Describe(whole);
        return new EvaluatedCorpora(corpora, map, whole);
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
