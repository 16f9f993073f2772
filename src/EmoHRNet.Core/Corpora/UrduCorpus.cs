using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// URDU: utterances from Urdu television talk shows, four emotions, 29 speakers. Names are speaker, file and the emotion's letter with a number:
/// <c>SM20_F8_N012</c>.
/// </summary>
public static partial class UrduCorpus
{
    private static readonly Dictionary<string, int> ClipsOfSpeaker = new()
    {
        ["SF1"] = 12,
        ["SF2"] = 2,
        ["SF3"] = 2,
        ["SF4"] = 4,
        ["SF5"] = 4,
        ["SF6"] = 14,
        ["SF7"] = 6,
        ["SF8"] = 2,
        ["SF9"] = 4,
        ["SF10"] = 2,
        ["SF11"] = 4,
        ["SM1"] = 22,
        ["SM2"] = 28,
        ["SM3"] = 12,
        ["SM4"] = 48,
        ["SM5"] = 80,
        ["SM6"] = 14,
        ["SM7"] = 28,
        ["SM17"] = 2,
        ["SM18"] = 2,
        ["SM19"] = 2,
        ["SM20"] = 10,
        ["SM21"] = 4,
        ["SM22"] = 2,
        ["SM23"] = 6,
        ["SM24"] = 38,
        ["SM25"] = 40,
        ["SM26"] = 2,
        ["SM27"] = 4,
    };

    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("urdu", "URDU", ["angry", "happy", "neutral", "sad"])
        {
            Citation = "Latif S, Qayyum A, Usman M, Qadir J (2018) Cross Lingual Speech Emotion Recognition: Urdu vs. Western Languages. Proc. FIT 2018, 88-93.",
            License = "not stated by its publishers; ask them before use beyond research",
            Source = "https://github.com/siddiquelatif/urdu-dataset",
            Published = new PublishedCounts(
                400,
                new Dictionary<string, int> { ["angry"] = 100, ["happy"] = 100, ["neutral"] = 100, ["sad"] = 100 },
                ClipsOfSpeaker.ToDictionary(each => $"urdu-{each.Key}", each => each.Value)),
        },
        Pattern = Pattern(),
        Emotions = new Dictionary<string, string> { ["A"] = "angry", ["H"] = "happy", ["N"] = "neutral", ["S"] = "sad" },
        ExpectedLayout = "names such as SM20_F8_N012.wav, usually in folders Angry, Happy, Neutral and Sad",
        More = match => [KeyValuePair.Create("gender", match.Value[1] == 'F' ? "female" : "male")],
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    [GeneratedRegex("^(?<speaker>S[MF][0-9]+)_F[0-9]+_(?<emotion>[AHNS])[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
