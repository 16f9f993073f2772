namespace EmoHRNet.Corpora;

/// <summary>Labeled utterances, with what is needed to cite them and to split them without leakage.</summary>
public sealed class Corpus
{
    private readonly Dictionary<string, Utterance> _byId;
    private readonly Dictionary<string, int> _labelIndex;
    private readonly Lazy<ContentGroups> _contentGroups;

    /// <summary>Creates a corpus from utterances.</summary>
    /// <param name="info">Name, labels, license and citation.</param>
    /// <param name="utterances">The utterances, in any order; they are sorted by identifier.</param>
    /// <param name="report">What was found in the folder; null for a corpus that was not read from one.</param>
    /// <exception cref="CorpusException">There are no utterances, two have the same identifier, or a label is not in the list.</exception>
    public Corpus(CorpusInfo info, IEnumerable<Utterance> utterances, CorpusReport? report = null)
        : this(info, utterances, report, ContentGroups.Of)
    {
    }

    /// <summary>Creates a corpus with known content groups, so that no files are read to find duplicates.</summary>
    internal Corpus(
        CorpusInfo info, IEnumerable<Utterance> utterances, CorpusReport? report, Func<IReadOnlyList<Utterance>, ContentGroups> groupByContent)
    {
        Info = info;
        Report = report;
        Utterances = [.. utterances.OrderBy(utterance => utterance.Id, StringComparer.Ordinal)];
        _labelIndex = CheckedLabels(info);
        _byId = CheckedIdentifiers(info, Utterances);
        CheckLabelsKnown();
        Speakers = [.. Utterances.Select(utterance => utterance.Speaker).Distinct().Order(StringComparer.Ordinal)];
        Parts = [CorpusPart.Of(info, Utterances, report)];
        _contentGroups = new Lazy<ContentGroups>(() => groupByContent(Utterances));
    }

    /// <summary>Name, labels, license and citation.</summary>
    public CorpusInfo Info { get; }

    /// <summary>The short name: <c>ravdess</c>.</summary>
    public string Name => Info.Name;

    /// <summary>The labels; an index into this list is the class number.</summary>
    public IReadOnlyList<string> Labels => Info.Labels;

    /// <summary>All utterances, in order of their identifiers.</summary>
    public IReadOnlyList<Utterance> Utterances { get; }

    /// <summary>The speakers, in order.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>
    /// What was found in the folder, compared with what was published; null for a corpus that was not read from a folder.
    /// </summary>
    public CorpusReport? Report { get; }

    /// <summary>The corpora that were combined (<see cref="CorpusCombination.Union"/>); otherwise the corpus alone.</summary>
    public IReadOnlyList<CorpusPart> Parts { get; internal init; }

    /// <summary>The utterance with an identifier, or null.</summary>
    public Utterance? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The class number of a label.</summary>
    /// <exception cref="ArgumentException">The corpus has no such label.</exception>
    public int LabelIndex(string label) => _labelIndex.TryGetValue(label, out int index)
        ? index
        : throw new ArgumentException($"'{label}' is not a label of {Name}; its labels are {string.Join(", ", Labels)}.", nameof(label));

    /// <summary>
    /// Groups of two or more clips that are the same recording: identical files, and known repeats of the corpus
    /// (<see cref="Utterance.RepeatOf"/>). Reads the files on first use.
    /// </summary>
    /// <exception cref="CorpusException">A file cannot be read.</exception>
    public IReadOnlyList<IReadOnlyList<Utterance>> Duplicates => _contentGroups.Value.Duplicates;

    /// <summary>The corpus without clips that cannot be read.</summary>
    internal Corpus Without(IReadOnlyList<ClipProblem> unreadable)
    {
        Dictionary<string, ClipProblem> byPath = unreadable.DistinctBy(problem => problem.Path).ToDictionary(problem => problem.Path, StringComparer.Ordinal);
        Utterance[] kept = [.. Utterances.Where(utterance => !byPath.ContainsKey(utterance.Path))];
        return new Corpus(Info, kept, Report)
        {
            Parts =
            [
                .. Parts.Select(part => CorpusPart.Of(part.Info, [.. kept.Where(utterance => IsOf(part, utterance))], part.Report) with
                {
                    LeftOut = part.LeftOut,
                    Unreadable =
                    [
                        .. part.Unreadable,
                        .. Utterances.Where(utterance => IsOf(part, utterance) && byPath.ContainsKey(utterance.Path)).Select(utterance => byPath[utterance.Path]),
                    ],
                }),
            ],
        };
    }

    /// <summary>Whether an utterance belongs to a part.</summary>
    internal bool IsOf(CorpusPart part, Utterance utterance) => Parts.Count == 1 || utterance.Corpus == part.Info.Name;

    /// <summary>A key that clips share exactly when they are the same recording.</summary>
    internal string ContentKey(Utterance utterance) => _contentGroups.Value.Key(utterance);

    private static Dictionary<string, int> CheckedLabels(CorpusInfo info)
    {
        if (info.Labels.Distinct().CountBy(label => label, StringComparer.OrdinalIgnoreCase).FirstOrDefault(count => count.Value > 1) is { Key: { } twice })
        {
            string spellings = string.Join(" and ", info.Labels.Where(label => label.Equals(twice, StringComparison.OrdinalIgnoreCase)).Select(label => $"'{label}'"));
            throw new CorpusException(
                $"{info.Name}: the labels {spellings} differ by upper and lower case only and would be different classes. Write the label one way.");
        }

        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (int i = 0; i < info.Labels.Count; i++)
        {
            if (!index.TryAdd(info.Labels[i], i))
            {
                throw new CorpusException($"{info.Name}: the label '{info.Labels[i]}' is listed twice.");
            }
        }

        return index;
    }

    private static Dictionary<string, Utterance> CheckedIdentifiers(CorpusInfo info, IReadOnlyList<Utterance> utterances)
    {
        if (utterances.Count == 0)
        {
            throw new CorpusException($"{info.Name}: no utterances. A corpus needs at least one labeled clip.");
        }

        Dictionary<string, Utterance> byId = new(StringComparer.Ordinal);
        foreach (Utterance utterance in utterances)
        {
            if (!byId.TryAdd(utterance.Id, utterance))
            {
                throw new CorpusException(
                    $"{info.Name}: two clips are called '{utterance.Id}': {byId[utterance.Id].Path} and {utterance.Path}. Rename or remove one.");
            }
        }

        return byId;
    }

    private void CheckLabelsKnown()
    {
        foreach (Utterance utterance in Utterances)
        {
            if (!_labelIndex.ContainsKey(utterance.Emotion))
            {
                throw new CorpusException(
                    $"{Name}: '{utterance.Id}' is labeled '{utterance.Emotion}', which is not among the labels {string.Join(", ", Labels)}.");
            }
        }
    }
}
