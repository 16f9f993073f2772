namespace EmoHRNet.Corpora;

/// <summary>
/// EMOVO: six Italian actors speak fourteen sentences in six emotions and neutrally. Names are <c>emotion-speaker-sentence</c>;
/// clips are 48 kHz stereo whose channels differ.
/// </summary>
public static class EmovoCorpus
{
    private const string Name = "emovo";

    private static readonly OrderedDictionary<string, string> Emotions = new(StringComparer.Ordinal)
    {
        ["dis"] = "disgust",
        ["gio"] = "joy",
        ["pau"] = "fear",
        ["rab"] = "anger",
        ["sor"] = "surprise",
        ["tri"] = "sadness",
        ["neu"] = "neutral",
    };

    private static readonly string[] Speakers = ["f1", "f2", "f3", "m1", "m2", "m3"];
    private static readonly string[] Sentences = ["b1", "b2", "b3", "d1", "d2", "l1", "l2", "l3", "l4", "n1", "n2", "n3", "n4", "n5"];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "EMOVO", [.. Emotions.Values])
    {
        Citation = "Costantini G, Iaderola I, Paoloni A, Todisco M (2014) EMOVO Corpus: an Italian Emotional Speech Database. Proc. LREC 2014, 3501-3504.",
        License = "Free for non-commercial research with acknowledgment of the source",
        Source = "http://voice.fub.it/activities/corpora/emovo/index.html",
        Published = PublishedCounts.Count(Clips(), clip => Emotions[clip.Emotion], clip => SpeakerName(clip.Speaker)),
    };

    /// <summary>Reads the corpus from a folder: folders f1 to m3, or all clips in one.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options)
        {
            ExpectedLayout = "names such as dis-f1-b1.wav, flat or in folders f1, f2, f3, m1, m2, m3",
            PublishedIds = Clips().Select(clip => Id(clip.Emotion, clip.Speaker, clip.Sentence)),
        }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file) =>
        file.Stem.ToLowerInvariant().Split('-') is [{ } emotion, { } speaker, { } sentence]
        && Emotions.TryGetValue(emotion, out string? label) && Speakers.Contains(speaker) && Sentences.Contains(sentence)
            ? new Utterance(Id(emotion, speaker, sentence), file.Path, label, SpeakerName(speaker))
            {
                Corpus = Name,
                Metadata = new Dictionary<string, string>
                {
                    ["sentence"] = sentence,
                    ["gender"] = speaker[0] == 'f' ? "female" : "male",
                },
            }
            : null;

    private static IEnumerable<(string Emotion, string Speaker, string Sentence)> Clips() =>
        from speaker in Speakers
        from emotion in Emotions.Keys
        from sentence in Sentences
        select (emotion, speaker, sentence);

    private static string SpeakerName(string speaker) => $"{Name}-{speaker}";

    private static string Id(string emotion, string speaker, string sentence) => $"{Name}/{emotion}-{speaker}-{sentence}";
}
