using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// ASED, the Amharic Speech Emotion Dataset: 65 volunteers, five emotions. Names are the emotion's letter with the number of its folder, sentence,
/// repetition, gender and speaker: <c>a5-02-01-01-33</c>.
/// </summary>
public static partial class AsedCorpus
{
    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("ased", "ASED", ["neutral", "fearful", "happy", "sad", "angry"])
        {
            Citation = "Retta EA, Almekhlafi E, Sutcliffe R, Mhamed M, Ali H, Feng J (2022) A New Amharic Speech Emotion Dataset and Classification Benchmark. arXiv:2201.02710.",
            License = "not stated by its publishers; ask them before use beyond research",
            Source = "https://github.com/wgwangang/ASED_V1",
            Published = new PublishedCounts(
                2474,
                new Dictionary<string, int> { ["neutral"] = 522, ["fearful"] = 510, ["happy"] = 486, ["sad"] = 470, ["angry"] = 486 },
                new Dictionary<string, int>()),
        },
        Pattern = Pattern(),
        Emotions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["n"] = "neutral",
            ["f"] = "fearful",
            ["h"] = "happy",
            ["s"] = "sad",
            ["a"] = "angry",
        },
        ExpectedLayout = "names such as a5-02-01-01-33.wav, usually in folders 01Neutral to 05Angry",
        More = match => [KeyValuePair.Create("gender", match.Groups["sex"].Value == "01" ? "female" : "male")],
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    // One published name has a capital S for "sad".
    [GeneratedRegex(
        "^(?<emotion>[nfhsaS])[1-5]-(?<sentence>[0-9]{2})-(?<repetition>[0-9]{2})-(?<sex>0[12])-(?<speaker>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
