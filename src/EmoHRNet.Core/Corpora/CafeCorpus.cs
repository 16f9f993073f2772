using System.Globalization;
using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// CaFE, the Canadian French Emotional speech dataset: twelve actors, six sentences, six emotions in two intensities and neutral. Names are actor,
/// the French emotion's letter, intensity and sentence: <c>12-P-2-5</c>.
/// </summary>
public static partial class CafeCorpus
{
    private static readonly OrderedDictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["C"] = "anger",
        ["D"] = "disgust",
        ["J"] = "joy",
        ["N"] = "neutral",
        ["P"] = "fear",
        ["S"] = "surprise",
        ["T"] = "sadness",
    };

    // Neutral was recorded in one intensity only.
    private static readonly string[] Names =
    [
        .. from actor in Enumerable.Range(1, 12)
           from emotion in Labels.Keys
           from intensity in Enumerable.Range(1, emotion == "N" ? 1 : 2)
           from sentence in Enumerable.Range(1, 6)
           select string.Create(CultureInfo.InvariantCulture, $"{actor:00}-{emotion}-{intensity}-{sentence}"),
    ];

    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("cafe", "CaFE", [.. Labels.Values])
        {
            Citation = "Gournay P, Lahaie O, Lefebvre R (2018) A Canadian French Emotional Speech Dataset. Proc. ACM MMSys 2018, 399-402.",
            License = "CC BY-NC-SA 4.0 (non-commercial)",
            Source = "https://zenodo.org/records/1478765",
            Published = PublishedCounts.Count(Names, name => Labels[name.Split('-')[1]], name => $"cafe-{name.Split('-')[0]}"),
        },
        Pattern = Pattern(),
        Emotions = Labels,
        ExpectedLayout = "names such as 12-P-2-5.wav or .aiff, usually in a folder for each emotion and intensity",
        PublishedNames = Names,
        More = match =>
        [
            KeyValuePair.Create("intensity", match.Groups["strength"].Value == "1" ? "normal" : "strong"),
            KeyValuePair.Create("gender", int.Parse(match.Groups["speaker"].ValueSpan, CultureInfo.InvariantCulture) % 2 == 0 ? "female" : "male"),
        ],
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder; of a clip that exists at 48 and at 192 kHz, one is taken.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    [GeneratedRegex("^(?<speaker>0[1-9]|1[0-2])-(?<emotion>[CDJNPST])-(?<strength>[12])-(?<sentence>[1-6])$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
