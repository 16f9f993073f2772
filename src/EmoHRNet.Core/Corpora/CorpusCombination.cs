namespace EmoHRNet.Corpora;

/// <summary>Renames labels and joins corpora.</summary>
public static class CorpusCombination
{
    /// <summary>The corpus with other labels; clips whose label is mapped to nothing are left out.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="map">What each of its labels becomes.</param>
    /// <returns>A corpus whose labels are those of the map that occur, in the map's order.</returns>
    /// <exception cref="CorpusException">The map does not name a label of the corpus, or leaves nothing.</exception>
    public static Corpus Relabel(this Corpus corpus, LabelMap map)
    {
        string[] unnamed = [.. corpus.Labels.Where(label => !map.Names(label))];
        if (unnamed.Length > 0)
        {
            throw new CorpusException(
                $"{corpus.Name}: the label map does not say what becomes of {string.Join(", ", unnamed)}. Map each to a label, or to nothing to leave it out.");
        }

        HashSet<string> used = [.. corpus.Labels.Select(label => map[label]).OfType<string>()];
        return new Corpus(
            corpus.Info with { Labels = [.. map.Labels.Where(used.Contains)], Published = null },
            corpus.Utterances.Where(utterance => map[utterance.Emotion] is not null)
                .Select(utterance => utterance with { Emotion = map[utterance.Emotion]! }),
            corpus.Report);
    }

    /// <summary>Joins corpora that use the same names for the same emotions (see <see cref="Relabel"/>).</summary>
    /// <param name="name">The short name of the whole.</param>
    /// <param name="labels">The labels of the whole, in the order of their class numbers; each corpus's labels are among them.</param>
    /// <param name="corpora">Two or more corpora.</param>
    /// <exception cref="CorpusException">A corpus has a label that is not listed.</exception>
    public static Corpus Combine(string name, IReadOnlyList<string> labels, params IReadOnlyList<Corpus> corpora)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (Corpus corpus in corpora)
        {
            string[] others = [.. corpus.Labels.Except(labels)];
            if (others.Length > 0)
            {
                throw new CorpusException(
                    $"{corpus.Name} has labels that are not among those of '{name}': {string.Join(", ", others)}. "
                    + $"Relabel it first; the labels of '{name}' are {string.Join(", ", labels)}.");
            }
        }

        return new Corpus(Join(name, labels, corpora), corpora.SelectMany(corpus => corpus.Utterances));
    }

    private static CorpusInfo Join(string name, IReadOnlyList<string> labels, IReadOnlyList<Corpus> corpora) =>
        new(name, string.Join(" + ", corpora.Select(corpus => corpus.Info.Title)), labels)
        {
            Citation = Lines(corpora, info => info.Citation),
            License = Lines(corpora, info => info.License.Length > 0 ? $"{info.Title}: {info.License}" : ""),
            Source = Lines(corpora, info => info.Source),
        };

    private static string Lines(IReadOnlyList<Corpus> corpora, Func<CorpusInfo, string> text) =>
        string.Join("; ", corpora.Select(corpus => text(corpus.Info)).Where(each => each.Length > 0).Distinct());
}
