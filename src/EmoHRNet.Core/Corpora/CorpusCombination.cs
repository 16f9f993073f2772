namespace EmoHRNet.Corpora;

/// <summary>Renames labels and combines corpora.</summary>
public static class CorpusCombination
{
    private const string CorpusKey = "corpus";
    private const string SentenceKey = "sentence";

    /// <summary>The corpus with other labels; clips whose label is mapped to nothing are left out.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="map">The new name of each of its labels.</param>
    /// <returns>A corpus whose labels are the map's labels that occur, in the map's order.</returns>
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
        CorpusInfo info = corpus.Info with { Labels = [.. map.Labels.Where(used.Contains)], Published = null };
        Utterance[] kept =
        [
            .. corpus.Utterances.Where(utterance => map[utterance.Emotion] is not null)
                .Select(utterance => utterance with { Emotion = map[utterance.Emotion]! }),
        ];
        return kept.Length > 0
            ? new Corpus(info, kept, corpus.Report) { Parts = [.. corpus.Parts.Select(part => Remaining(part, corpus, kept, map))] }
            : throw new CorpusException(
                $"{corpus.Name}: the label map leaves no clip. The corpus has {string.Join(", ", corpus.Labels)}; the map keeps {string.Join(", ", map.Labels)}.");
    }

    /// <summary>
    /// Combines corpora: each is relabeled by the map, then they are joined. Their order does not matter, and sentences (<c>sentence</c>)
    /// of different corpora stay distinct.
    /// </summary>
    /// <param name="corpora">One or more corpora with different names.</param>
    /// <param name="map">The new names of their labels. Default <see cref="LabelMap.Seven"/>.</param>
    /// <returns>
    /// A corpus named after all of them; <see cref="Corpus.Parts"/> says what each contributes and what was left out of it.
    /// </returns>
    /// <exception cref="CorpusException">Two corpora have the same name, the map does not name a label, or it leaves nothing of a corpus.</exception>
    public static Corpus Union(IReadOnlyList<Corpus> corpora, LabelMap? map = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(corpora.Count, nameof(corpora));
        map ??= LabelMap.Seven;
        if (corpora.CountBy(corpus => corpus.Name).FirstOrDefault(count => count.Value > 1) is { Key: { } twice })
        {
            throw new CorpusException($"Two of the corpora are called '{twice}'. Give each its own name, so that clips and speakers stay distinct.");
        }

        Corpus[] relabeled = [.. corpora.OrderBy(corpus => corpus.Name, StringComparer.Ordinal).Select(corpus => corpus.Relabel(map))];
        if (relabeled.Length == 1)
        {
            return relabeled[0];
        }

        HashSet<string> used = [.. relabeled.SelectMany(corpus => corpus.Labels)];
        return Combine(string.Join('+', relabeled.Select(corpus => corpus.Name)), [.. map.Labels.Where(used.Contains)], relabeled);
    }

    /// <summary>Joins corpora that use the same names for the same emotions (see <see cref="Relabel"/>).</summary>
    /// <param name="name">The short name of the combination.</param>
    /// <param name="labels">
    /// The labels of the combination, in the order of their class numbers; they include the labels of every corpus.
    /// </param>
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

        return new Corpus(Join(name, labels, corpora), corpora.SelectMany(corpus => corpus.Utterances.Select(utterance => OfPart(utterance, corpus))))
        {
            Parts = [.. corpora.SelectMany(corpus => corpus.Parts)],
        };
    }

    // The first sentence of one corpus is not the first sentence of another.
    private static Utterance OfPart(Utterance utterance, Corpus corpus)
    {
        if (corpus.Parts.Count > 1)
        {
            return utterance;
        }

        Dictionary<string, string> metadata = new(utterance.Metadata) { [CorpusKey] = corpus.Name };
        if (metadata.TryGetValue(SentenceKey, out string? sentence))
        {
            metadata[SentenceKey] = $"{corpus.Name}/{sentence}";
        }

        return utterance with { Corpus = corpus.Name, Metadata = metadata };
    }

    private static CorpusPart Remaining(CorpusPart part, Corpus corpus, IReadOnlyList<Utterance> kept, LabelMap map)
    {
        bool Owns(Utterance utterance) => corpus.IsOf(part, utterance);
        Utterance[] own = [.. kept.Where(Owns)];
        Dictionary<string, int> leftOut = new(part.LeftOut);
        foreach ((string label, int count) in corpus.Utterances.Where(clip => Owns(clip) && map[clip.Emotion] is null).CountBy(clip => clip.Emotion))
        {
            leftOut[label] = leftOut.GetValueOrDefault(label) + count;
        }

        return CorpusPart.Of(part.Info, own, part.Report) with { LeftOut = leftOut, Unreadable = part.Unreadable };
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
