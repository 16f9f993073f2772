using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// ShEMO, the Sharif Emotional Speech Database: Persian radio plays, 87 speakers, five emotions and neutral. Names are speaker (F or M with a
/// number), the emotion's letter and a number: <c>F14A09</c>.
/// </summary>
/// <remarks>
/// 3000 clips were published. The revision of Yazdani and Shekofteh, which EmoBox lists, has 2838 of them under the same names; it is read with
/// <see cref="CorpusLoadOptions.AllowIncomplete"/>, or with EmoBox's lists.
/// </remarks>
public static partial class ShemoCorpus
{
    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("shemo", "ShEMO", ["anger", "fear", "happiness", "sadness", "surprise", "neutral"])
        {
            Citation = "Mohamad Nezami O, Jamshid Lou P, Karami M (2019) ShEMO: a large-scale validated database for Persian speech emotion detection. "
                + "Language Resources and Evaluation 53(1), 1-16.",
            License = "Apache 2.0 (free for academic purposes, by its paper)",
            Source = "https://github.com/pariajm/sharif-emotional-speech-database",
            Published = new PublishedCounts(3000, new Dictionary<string, int>(), new Dictionary<string, int>()),
        },
        Pattern = Pattern(),
        Emotions = new Dictionary<string, string>
        {
            ["A"] = "anger",
            ["F"] = "fear",
            ["H"] = "happiness",
            ["S"] = "sadness",
            ["W"] = "surprise",
            ["N"] = "neutral",
        },
        ExpectedLayout = "names such as F14A09.wav, usually in folders female and male",
        More = match => [KeyValuePair.Create("gender", match.Value[0] == 'F' ? "female" : "male")],
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    [GeneratedRegex("^(?<speaker>[MF][0-9]{2})(?<emotion>[AFHSWN])[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
