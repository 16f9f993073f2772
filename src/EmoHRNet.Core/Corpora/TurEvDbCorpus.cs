using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// TurEV-DB, the Turkish Emotion-Voice Database: six amateur actors, single words, four emotions. Names are speaker, the first letters of the
/// Turkish emotion and the word: <c>1984_sk_eger</c>.
/// </summary>
public static partial class TurEvDbCorpus
{
    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("turevdb", "TurEV-DB", ["angry", "calm", "happy", "sad"])
        {
            Citation = "Canpolat SF, Ormanoğlu Z, Zeyrek D (2020) Turkish Emotion Voice Database (TurEV-DB). Proc. SLTU-CCURL 2020, 368-375.",
            License = "CC BY-NC-ND 4.0 (non-commercial, no derivatives)",
            Source = "https://github.com/Xeonen/TurEV-DB",
            Published = new PublishedCounts(
                1735,
                new Dictionary<string, int> { ["angry"] = 487, ["calm"] = 408, ["happy"] = 357, ["sad"] = 483 },
                new Dictionary<string, int>
                {
                    ["turevdb-1157"] = 150,
                    ["turevdb-1234"] = 328,
                    ["turevdb-1358"] = 328,
                    ["turevdb-1984"] = 328,
                    ["turevdb-6783"] = 328,
                    ["turevdb-7895"] = 273,
                }),
        },
        Pattern = Pattern(),
        Emotions = new Dictionary<string, string> { ["kz"] = "angry", ["sk"] = "calm", ["mt"] = "happy", ["hl"] = "sad" },
        ExpectedLayout = "names such as 1984_sk_eger.wav, usually in a folder for each emotion below Sound Source",
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    [GeneratedRegex("^(?<speaker>1157|1234|1358|1984|6783|7895)_(?<emotion>kz|sk|mt|hl)_(?<sentence>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
