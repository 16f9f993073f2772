using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>
/// MELD, the Multimodal EmotionLines Dataset: utterances of the television series Friends, seven emotions. Three tables (train, dev and
/// test) name the speakers and emotions; clips are named by dialogue and utterance: <c>train_splits/dia0_utt0.mp4</c>.
/// </summary>
public static class MeldCorpus
{
    private const string Name = "meld";
    private const string Tables = "train_sent_emo.csv, dev_sent_emo.csv and test_sent_emo.csv";

    private static readonly Part[] Parts =
    [
        new("train", "train_splits"), new("dev", "dev_splits_complete"), new("test", "output_repeated_splits_test"),
    ];

    // Utterances without a playable recording in the published archive.
    private static readonly HashSet<string> WithoutRecording = [$"{Name}/train/dia125_utt3", $"{Name}/dev/dia110_utt7"];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "MELD", ["anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"])
    {
        Citation = "Poria S, Hazarika D, Majumder N, Naik G, Cambria E, Mihalcea R (2019) MELD: A Multimodal Multi-Party Dataset for Emotion "
            + "Recognition in Conversations. Proc. ACL 2019, 527-536.",
        License = "GPL 3.0 (annotations); the recordings are those of a television series",
        Source = "https://affective-meld.github.io/",
        Published = new PublishedCounts(
            13706,
            new Dictionary<string, int>
            {
                ["anger"] = 1607,
                ["disgust"] = 361,
                ["fear"] = 358,
                ["joy"] = 2308,
                ["neutral"] = 6434,
                ["sadness"] = 1002,
                ["surprise"] = 1636,
            },
            new Dictionary<string, int>()),
    };

    /// <summary>Reads the corpus from a folder: the three tables and the folders of clips, at any depth. Decoding the clips needs ffmpeg.</summary>
    /// <param name="folder">The folder of the unpacked archives.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <returns>Utterances with their part of the publication (<c>part</c>) as metadata, and the dialogue as session.</returns>
    /// <exception cref="CorpusException">A table is missing or malformed, clips are missing or unreadable.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null)
    {
        options ??= new CorpusLoadOptions();
        Dictionary<string, string> clips = [];
        foreach (CorpusFile file in CorpusFolder.AudioFiles(folder, Info.Title, options))
        {
            clips.TryAdd($"{file.ParentFolder}/{file.Stem}", file.Path);
        }

        Utterance[] utterances = [.. Parts.SelectMany(part => Read(folder, part, clips))];
        return new CorpusReader(Info, folder, options) { ExpectedLayout = $"{Tables}, and the clips in {string.Join(", ", Parts.Select(part => part.Folder))}" }
            .FromAnnotation([.. utterances.Where(utterance => !WithoutRecording.Contains(utterance.Id))]);
    }

    private static IEnumerable<Utterance> Read(string folder, Part part, Dictionary<string, string> clips)
    {
        string file = $"{part.Name}_sent_emo.csv";
        string table = Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new CorpusException($"There is no {file} in '{folder}'; expected the tables of MELD: {Tables}.");
        return Table.Read(table, ',').Rows.Select(row => Of(row, part, clips));
    }

    private static Utterance Of(TableRow row, Part part, Dictionary<string, string> clips)
    {
        string clip = string.Create(CultureInfo.InvariantCulture, $"dia{row.Integer("Dialogue_ID")}_utt{row.Integer("Utterance_ID")}");
        return new Utterance(
            $"{Name}/{part.Name}/{clip}", clips.GetValueOrDefault($"{part.Folder}/{clip}", ""), row.Required("Emotion"), $"{Name}-{row.Required("Speaker")}")
        {
            Corpus = Name,
            Session = string.Create(CultureInfo.InvariantCulture, $"{part.Name}-{row.Integer("Dialogue_ID")}"),
            Metadata = new Dictionary<string, string> { ["part"] = part.Name, ["season"] = row.Optional("Season"), ["episode"] = row.Optional("Episode") },
        };
    }

    private sealed record Part(string Name, string Folder);
}
