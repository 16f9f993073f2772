using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// EMO-DB, the Berlin Database of Emotional Speech: ten German actors, ten sentences, seven emotions. Names are speaker, text,
/// the German emotion's letter and version: <c>03a01Fa</c>.
/// </summary>
public static partial class EmoDbCorpus
{
    private const string Name = "emodb";

    private static readonly OrderedDictionary<char, string> Emotions = new()
    {
        ['W'] = "anger",
        ['L'] = "boredom",
        ['E'] = "disgust",
        ['A'] = "fear",
        ['F'] = "happiness",
        ['T'] = "sadness",
        ['N'] = "neutral",
    };

    private static readonly Dictionary<string, int> ClipsOfSpeaker = new()
    {
        ["03"] = 49,
        ["08"] = 58,
        ["09"] = 43,
        ["10"] = 38,
        ["11"] = 55,
        ["12"] = 35,
        ["13"] = 61,
        ["14"] = 69,
        ["15"] = 56,
        ["16"] = 71,
    };

    private static readonly string[] Women = ["08", "09", "13", "14", "16"];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "EMO-DB", [.. Emotions.Values])
    {
        Citation = "Burkhardt F, Paeschke A, Rolfes M, Sendlmeier W, Weiss B (2005) A Database of German Emotional Speech. Proc. Interspeech 2005, 1517-1520.",
        License = "CC BY 4.0 (audb lists it as CC0 1.0)",
        Source = "http://emodb.bilderbar.info",
        Published = new PublishedCounts(
            535,
            new Dictionary<string, int>
            {
                ["anger"] = 127,
                ["boredom"] = 81,
                ["disgust"] = 46,
                ["fear"] = 69,
                ["happiness"] = 71,
                ["sadness"] = 62,
                ["neutral"] = 79,
            },
            ClipsOfSpeaker.ToDictionary(each => SpeakerName(each.Key), each => each.Value)),
    };

    /// <summary>Reads the corpus from a folder; the clips lie in <c>wav</c> as published, or anywhere below.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options) { ExpectedLayout = "names such as 03a01Fa.wav, usually in a folder wav" }
            .FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        Match match = Pattern().Match(file.Stem);
        if (!match.Success || !ClipsOfSpeaker.ContainsKey(match.Groups[1].Value))
        {
            return null;
        }

        string speaker = match.Groups[1].Value;
        string text = match.Groups[2].Value.ToLowerInvariant();
        char emotion = char.ToUpperInvariant(match.Groups[3].Value[0]);
        string id = $"{Name}/{speaker}{text}{emotion}{match.Groups[4].Value.ToLowerInvariant()}";
        return new Utterance(id, file.Path, Emotions[emotion], SpeakerName(speaker))
        {
            Corpus = Name,
            Metadata = new Dictionary<string, string> { ["sentence"] = text, ["gender"] = Women.Contains(speaker) ? "female" : "male" },
        };
    }

    private static string SpeakerName(string speaker) => $"{Name}-{speaker}";

    [GeneratedRegex("^([0-9]{2})([ab][0-9]{2})([WLEAFTN])([a-z]?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
