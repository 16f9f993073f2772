using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>A published corpus whose file names carry all labels: a pattern finds emotion, speaker and other metadata of a clip.</summary>
internal sealed class FileNameCorpus
{
    private const string EmotionGroup = "emotion";
    private const string SpeakerGroup = "speaker";

    /// <summary>Labels, license, citation and published counts.</summary>
    public required CorpusInfo Info { get; init; }

    /// <summary>
    /// Matches the name without extension. The groups <c>emotion</c> and <c>speaker</c> are required; other named groups are metadata under
    /// their names.
    /// </summary>
    public required Regex Pattern { get; init; }

    /// <summary>The label of each code in a name.</summary>
    public required IReadOnlyDictionary<string, string> Emotions { get; init; }

    /// <summary>What names look like, for the message when no file is recognized.</summary>
    public required string ExpectedLayout { get; init; }

    /// <summary>Additional metadata from a name; null for none.</summary>
    public Func<Match, IEnumerable<KeyValuePair<string, string>>>? More { get; init; }

    /// <summary>All published names, where known.</summary>
    public IEnumerable<string> PublishedNames { get; init; } = [];

    /// <summary>Reads the corpus from a folder.</summary>
    public Corpus Load(string folder, CorpusLoadOptions? options) => new CorpusReader(Info, folder, options)
    {
        ExpectedLayout = ExpectedLayout,
        PublishedIds = PublishedNames.Select(name => $"{Info.Name}/{name}"),
    }.FromFiles(Recognize);

    private Utterance? Recognize(CorpusFile file)
    {
        Match match = Pattern.Match(file.Stem);
        if (!match.Success || !Emotions.TryGetValue(match.Groups[EmotionGroup].Value, out string? emotion))
        {
            return null;
        }

        IEnumerable<KeyValuePair<string, string>> named = match.Groups.Values
            .Where(group => group.Success && group.Name is not (EmotionGroup or SpeakerGroup) && !char.IsAsciiDigit(group.Name[0]))
            .Select(group => KeyValuePair.Create(group.Name, group.Value));
        return new Utterance($"{Info.Name}/{match.Value}", file.Path, emotion, $"{Info.Name}-{match.Groups[SpeakerGroup].Value}")
        {
            Corpus = Info.Name,
            Metadata = named.Concat(More?.Invoke(match) ?? []).ToDictionary(),
        };
    }
}
