namespace EmoHRNet.Corpora;

/// <summary>
/// nEMO, Emotional Speech in Polish: nine actors, ninety sentences, six emotions. Names are <c>speaker_emotion_sentence</c>: <c>EB0_anger_1</c>.
/// </summary>
public static class NemoCorpus
{
    private const string Name = "nemo";
    private const int Sentences = 90;

    private static readonly OrderedDictionary<string, int> ClipsOfEmotion = new(StringComparer.Ordinal)
    {
        ["anger"] = 749,
        ["fear"] = 736,
        ["happiness"] = 749,
        ["neutral"] = 809,
        ["sadness"] = 769,
        ["surprised"] = 669,
    };

    private static readonly Dictionary<string, int> ClipsOfSpeaker = new(StringComparer.Ordinal)
    {
        ["EB0"] = 539,
        ["IC0"] = 540,
        ["KD0"] = 540,
        ["KS0"] = 540,
        ["MK0"] = 450,
        ["MP0"] = 256,
        ["SM0"] = 538,
        ["TP0"] = 539,
        ["WR0"] = 539,
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "nEMO", [.. ClipsOfEmotion.Keys])
    {
        Citation = "Christop I (2024) nEMO: Dataset of Emotional Speech in Polish. Proc. LREC-COLING 2024, 12111-12116.",
        License = "CC BY-NC-SA 4.0 (non-commercial)",
        Source = "https://huggingface.co/datasets/amu-cai/nEMO",
        Published = new PublishedCounts(
            ClipsOfEmotion.Values.Sum(), ClipsOfEmotion, ClipsOfSpeaker.ToDictionary(each => SpeakerName(each.Key), each => each.Value)),
    };

    /// <summary>Reads the corpus from a folder; the clips lie in <c>samples</c> as published, or anywhere below.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options) { ExpectedLayout = "names such as EB0_anger_1.wav, usually in a folder samples" }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file) =>
        file.Stem.Split('_') is [{ } speaker, { } emotion, { } sentence]
        && ClipsOfSpeaker.ContainsKey(speaker)
        && ClipsOfEmotion.ContainsKey(emotion)
        && NameNumber.IsBetween(sentence, 1, Sentences)
            ? new Utterance($"{Name}/{file.Stem}", file.Path, emotion, SpeakerName(speaker))
            {
                Corpus = Name,
                Metadata = new Dictionary<string, string> { ["sentence"] = sentence },
            }
            : null;

    private static string SpeakerName(string speaker) => $"{Name}-{speaker}";
}
