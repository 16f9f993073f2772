using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>
/// CREMA-D, the Crowd-sourced Emotional Multimodal Actors Dataset: 91 American actors, twelve sentences, six emotions.
/// Names are <c>actor_sentence_emotion_intensity</c>: <c>1001_DFA_ANG_XX</c>.
/// </summary>
public static class CremaDCorpus
{
    private const string Name = "cremad";
    private const int FirstActor = 1001;
    private const int Actors = 91;
    private const string GradedSentence = "IEO";

    private static readonly OrderedDictionary<string, string> Emotions = new(StringComparer.Ordinal)
    {
        ["ANG"] = "anger",
        ["DIS"] = "disgust",
        ["FEA"] = "fear",
        ["HAP"] = "happiness",
        ["NEU"] = "neutral",
        ["SAD"] = "sadness",
    };

    private static readonly string[] Sentences =
        ["DFA", "IEO", "IOM", "ITH", "ITS", "IWL", "IWW", "MTI", "TAI", "TIE", "TSI", "WSI"];

    private static readonly string[] Intensities = ["XX", "LO", "MD", "HI"];

    // Twenty of the 91 × 82 combinations were never published.
    private static readonly HashSet<string> NeverPublished =
    [
        "1002_TIE_NEU_XX",
        "1076_ITS_NEU_XX",
        .. Emotions.Keys.Select(emotion => $"1008_WSI_{emotion}_XX"),
        .. Emotions.Keys.Select(emotion => $"1009_MTI_{emotion}_XX"),
        .. Emotions.Keys.Select(emotion => $"1019_ITH_{emotion}_XX"),
    ];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "CREMA-D", [.. Emotions.Values])
    {
        Citation = "Cao H, Cooper DG, Keutmann MK, Gur RC, Nenkova A, Verma R (2014) CREMA-D: Crowd-sourced Emotional Multimodal Actors Dataset. "
            + "IEEE Transactions on Affective Computing 5(4), 377-390.",
        License = "Open Database License 1.0 (ODbL)",
        Source = "https://github.com/CheyneyComputerScience/CREMA-D",
        Published = PublishedCounts.Count(Clips(), clip => Emotions[clip.Split('_')[2]], clip => SpeakerName(clip.Split('_')[0])),
    };

    /// <summary>Reads the corpus from a folder; the clips lie in <c>AudioWAV</c> as published, or anywhere below.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options)
        {
            ExpectedLayout = "names such as 1001_DFA_ANG_XX.wav, usually in a folder AudioWAV",
            PublishedIds = Clips().Select(clip => $"{Name}/{clip}"),
        }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        string stem = file.Stem.ToUpperInvariant();
        // One published clip is named with "X" instead of "XX".
        if (stem.Split('_') is not [{ } actor, { } sentence, { } emotion, { } intensity]
            || !int.TryParse(actor, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number is < FirstActor or >= FirstActor + Actors
            || !Sentences.Contains(sentence)
            || !Emotions.TryGetValue(emotion, out string? label)
            || !Intensities.Contains(intensity == "X" ? "XX" : intensity))
        {
            return null;
        }

        string id = $"{Name}/{actor}_{sentence}_{emotion}_{(intensity == "X" ? "XX" : intensity)}";
        return new Utterance(id, file.Path, label, SpeakerName(actor))
        {
            Corpus = Name,
            Metadata = new Dictionary<string, string> { ["sentence"] = sentence, ["intensity"] = intensity },
        };
    }

    private static IEnumerable<string> Clips() =>
        from actor in Enumerable.Range(FirstActor, Actors)
        from sentence in Sentences
        from emotion in Emotions.Keys
        from intensity in Intensities
        let graded = sentence == GradedSentence && emotion != "NEU"
        where graded == (intensity != "XX")
        let clip = string.Create(CultureInfo.InvariantCulture, $"{actor}_{sentence}_{emotion}_{intensity}")
        where !NeverPublished.Contains(clip)
        select clip;

    private static string SpeakerName(string actor) => $"{Name}-{actor}";
}
