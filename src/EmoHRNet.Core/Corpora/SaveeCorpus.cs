using System.Globalization;
using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// SAVEE, the Surrey Audio-Visual Expressed Emotion database: four British men, seven emotions. Names are the emotion's letters and a
/// number in a folder per speaker, <c>DC/a01</c>, or with the speaker in front, <c>DC_a01</c>.
/// </summary>
public static partial class SaveeCorpus
{
    private const string Name = "savee";
    private const int ClipsOfEmotion = 15;
    private const int ClipsOfNeutral = 30;

    private static readonly OrderedDictionary<string, string> Emotions = new(StringComparer.Ordinal)
    {
        ["a"] = "anger",
        ["d"] = "disgust",
        ["f"] = "fear",
        ["h"] = "happiness",
        ["n"] = "neutral",
        ["sa"] = "sadness",
        ["su"] = "surprise",
    };

    private static readonly string[] Speakers = ["DC", "JE", "JK", "KL"];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "SAVEE", [.. Emotions.Values])
    {
        Citation = "Haq S, Jackson PJB (2010) Multimodal Emotion Recognition. In: Machine Audition, IGI Global, 398-423.",
        License = "Free for research on registration; not for redistribution or commercial use",
        Source = "http://kahlan.eps.surrey.ac.uk/savee/",
        Published = PublishedCounts.Count(Clips(), clip => Emotions[clip.Emotion], clip => SpeakerName(clip.Speaker)),
    };

    /// <summary>Reads the corpus from a folder: folders DC, JE, JK, KL, or all clips in one with the speaker in the name.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options)
        {
            ExpectedLayout = "names such as DC/a01.wav in folders DC, JE, JK, KL, or DC_a01.wav",
            PublishedIds = Clips().Select(clip => Id(clip.Speaker, clip.Emotion, clip.Number)),
        }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        Match match = Pattern().Match(file.Stem.ToLowerInvariant());
        string speaker = (match.Groups[1].Success ? match.Groups[1].Value : file.ParentFolder).ToUpperInvariant();
        if (!match.Success || !Speakers.Contains(speaker))
        {
            return null;
        }

        string emotion = match.Groups[2].Value;
        int number = int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        return number >= 1 && number <= ClipCount(emotion)
            ? new Utterance(Id(speaker, emotion, number), file.Path, Emotions[emotion], SpeakerName(speaker))
            {
                Corpus = Name,
                Metadata = new Dictionary<string, string> { ["gender"] = "male" },
            }
            : null;
    }

    private static IEnumerable<(string Speaker, string Emotion, int Number)> Clips() =>
        from speaker in Speakers
        from emotion in Emotions.Keys
        from number in Enumerable.Range(1, ClipCount(emotion))
        select (speaker, emotion, number);

    private static int ClipCount(string emotion) => emotion == "n" ? ClipsOfNeutral : ClipsOfEmotion;

    private static string SpeakerName(string speaker) => $"{Name}-{speaker}";

    private static string Id(string speaker, string emotion, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}/{speaker}_{emotion}{number:00}");

    [GeneratedRegex("^(?:([a-z]{2})_)?(a|d|f|h|n|sa|su)([0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
