namespace EmoHRNet.Corpora;

/// <summary>
/// Turns the files of a folder into a corpus, or throws with the exact problems. Every loader, built-in or of an application, ends here:
/// counts are compared with the published ones; missing, unreadable, unrecognized and repeated clips are listed in the
/// <see cref="CorpusReport"/>.
/// </summary>
/// <param name="info">Name, labels and, where known, published counts.</param>
/// <param name="folder">The folder that holds the clips, at any depth.</param>
/// <param name="options">How strictly to read; null for the defaults, which reject an incomplete corpus.</param>
/// <example>
/// <code>
/// Corpus corpus = new CorpusReader(new CorpusInfo("calls", "Our calls", ["calm", "angry"]), folder) { ExpectedLayout = "names such as anna_calm_1.wav" }
///     .FromFiles(file => file.Stem.Split('_') is [var speaker, ("calm" or "angry") and var emotion, _]
///         ? new Utterance($"calls/{file.Stem}", file.Path, emotion, $"calls-{speaker}") { Corpus = "calls" }
///         : null);
/// </code>
/// </example>
public sealed class CorpusReader(CorpusInfo info, string folder, CorpusLoadOptions? options = null)
{
    private readonly CorpusLoadOptions _options = options ?? new CorpusLoadOptions();
    private readonly Dictionary<string, Utterance> _found = new(StringComparer.Ordinal);
    private readonly List<ClipProblem> _unreadable = [];
    private readonly HashSet<string> _unreadableIds = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _unrecognized = [];
    private readonly List<string> _repeated = [];

    /// <summary>What the file names look like, for the message when nothing is recognized.</summary>
    public required string ExpectedLayout { get; init; }

    /// <summary>The identifiers of all published utterances, where known; those not found are listed as missing. Default none.</summary>
    public IEnumerable<string> PublishedIds { get; init; } = [];

    /// <summary>Reads the audio files of the folder that have names of the corpus.</summary>
    /// <param name="recognize">Returns the utterance of a file, or null when the name does not belong to the corpus.</param>
    /// <param name="belongs">Whether a recognized utterance was requested (a channel, a label set); null to accept all.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public Corpus FromFiles(Func<CorpusFile, Utterance?> recognize, Func<Utterance, bool>? belongs = null)
    {
        IReadOnlyList<CorpusFile> files = CorpusFolder.AudioFiles(folder, info.Title, _options);
        foreach (CorpusFile file in files)
        {
            if (recognize(file) is not { } utterance)
            {
                _unrecognized.Add(file.Relative);
            }
            else if (belongs?.Invoke(utterance) ?? true)
            {
                Add(utterance);
            }
        }

        return Finish($"{files.Count} audio files there, none with a name of this corpus");
    }

    /// <summary>Takes the utterances of an annotation; utterances without a file are reported as missing.</summary>
    /// <param name="utterances">The utterances.</param>
    /// <exception cref="CorpusException">No file exists, some are missing, or clips are unreadable.</exception>
    public Corpus FromAnnotation(IReadOnlyCollection<Utterance> utterances)
    {
        foreach (Utterance utterance in utterances)
        {
            if (File.Exists(utterance.Path))
            {
                Add(utterance);
            }
            else
            {
                _missing.Add(utterance.Id);
            }
        }

        return Finish($"{utterances.Count} clips are annotated, none of their files exists; the first is looked for at '{utterances.FirstOrDefault()?.Path}'");
    }

    private void Add(Utterance utterance)
    {
        if (_found.ContainsKey(utterance.Id))
        {
            _repeated.Add(utterance.Path);
        }
        else if (ClipCheck.Problem(utterance.Path, _options.Reading) is { } reason)
        {
            _unreadableIds.Add(utterance.Id);
            _unreadable.Add(new ClipProblem(utterance.Path, reason));
        }
        else
        {
            _found.Add(utterance.Id, utterance with { HasPublishedId = info.Published is not null });
        }
    }

    private Corpus Finish(string whatWasFound)
    {
        if (_found.Count == 0 && _unreadable.Count == 0)
        {
            throw new CorpusException(
                $"No clip of {info.Title} in '{folder}': {whatWasFound}. Expected {ExpectedLayout}.");
        }

        CorpusReport report = Report();
        Check(report);
        return new Corpus(info, _found.Values, report);
    }

    private CorpusReport Report() =>
        new()
        {
            Title = info.Title,
            Folder = folder,
            Total = new CountComparison("all", _found.Count, info.Published?.Total),
            ByLabel = Compare(info.Labels, utterance => utterance.Emotion, info.Published?.ByLabel),
            BySpeaker = Compare([], utterance => utterance.Speaker, info.Published?.BySpeaker),
            Missing = [.. PublishedIds.Where(id => !_found.ContainsKey(id) && !_unreadableIds.Contains(id)).Concat(_missing)],
            Unreadable = _unreadable,
            Unrecognized = _unrecognized,
            Repeated = _repeated,
        };

    private CountComparison[] Compare(
        IReadOnlyList<string> names, Func<Utterance, string> name, IReadOnlyDictionary<string, int>? published)
    {
        Dictionary<string, int> found = _found.Values.GroupBy(name).ToDictionary(group => group.Key, group => group.Count());
        IEnumerable<string> others = found.Keys.Concat(published?.Keys ?? []).Distinct().Except(names).Order(StringComparer.Ordinal);
        return [.. names.Concat(others).Select(each => new CountComparison(
            each, found.GetValueOrDefault(each), published is not null && published.TryGetValue(each, out int count) ? count : null))];
    }

    private void Check(CorpusReport report)
    {
        if (_unreadable.Count > 0 && !_options.SkipUnreadable)
        {
            throw new CorpusException(
                $"{info.Title} in '{folder}' has clips that cannot be used. {report.DescribeProblems()} "
                + $"Replace them, or set {nameof(CorpusLoadOptions.SkipUnreadable)} to leave them out.", report);
        }

        if (!report.IsComplete && !_options.AllowIncomplete && !OnlyUnreadableLacking(report))
        {
            throw new CorpusException(
                $"{info.Title} in '{folder}' is incomplete: {report.Total.Found} of {report.Total.Published ?? report.Total.Found + report.Missing.Count} clips. {report.DescribeProblems()} "
                + $"Complete it, or set {nameof(CorpusLoadOptions.AllowIncomplete)} to use what is there.", report);
        }
    }

    // SkipUnreadable accepts a corpus that lacks only the unreadable clips.
    private bool OnlyUnreadableLacking(CorpusReport report) =>
        _options.SkipUnreadable && report.Total.Lacking <= _unreadable.Count && report.Missing.Count == 0;
}
