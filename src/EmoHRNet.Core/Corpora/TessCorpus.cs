using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// TESS, the Toronto Emotional Speech Set: two actresses say "Say the word ..." with 200 words in seven emotions. Names are
/// <c>speaker_word_emotion</c>; some clips are AIFF inside .wav, and sample rates differ.
/// </summary>
public static partial class TessCorpus
{
    private const string Name = "tess";
    private const int Words = 200;

    private static readonly OrderedDictionary<string, string> Emotions = new(StringComparer.Ordinal)
    {
        ["angry"] = "angry",
        ["disgust"] = "disgust",
        ["fear"] = "fear",
        ["happy"] = "happy",
        ["ps"] = "pleasant surprise",
        ["sad"] = "sad",
        ["neutral"] = "neutral",
    };

    private static readonly string[] Speakers = ["oaf", "yaf"];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "TESS", [.. Emotions.Values])
    {
        Citation = "Pichora-Fuller MK, Dupuis K (2020) Toronto emotional speech set (TESS). Borealis, V1, doi:10.5683/SP2/E8H2MF.",
        License = "CC BY-NC-ND 4.0",
        Source = "https://doi.org/10.5683/SP2/E8H2MF",
        Published = new PublishedCounts(
            Speakers.Length * Emotions.Count * Words,
            Emotions.Values.ToDictionary(label => label, _ => Speakers.Length * Words),
            Speakers.ToDictionary(speaker => $"{Name}-{speaker}", _ => Emotions.Count * Words)),
    };

    /// <summary>Reads the corpus from a folder: one folder per actress and emotion, or all clips in one.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options) { ExpectedLayout = "names such as OAF_back_angry.wav, flat or in folders OAF_angry, YAF_sad" }
            .FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        Match match = Pattern().Match(file.Stem.ToLowerInvariant());
        if (!match.Success)
        {
            return null;
        }

        // One published name lacks a letter: OA_bite_neutral.wav.
        string speaker = match.Groups[1].Value[0] + "af";
        string word = match.Groups[2].Value;
        string emotion = match.Groups[3].Value;
        return new Utterance($"{Name}/{speaker}_{word}_{emotion}", file.Path, Emotions[emotion], $"{Name}-{speaker}")
        {
            Corpus = Name,
            Metadata = new Dictionary<string, string>
            {
                ["sentence"] = word,
                ["gender"] = "female",
                ["age"] = speaker == Speakers[0] ? "64" : "26",
            },
        };
    }

    [GeneratedRegex("^([oy]af?)_([a-z]+)_(angry|disgust|fear|happy|ps|sad|neutral)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
