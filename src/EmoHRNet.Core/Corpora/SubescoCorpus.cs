using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// SUBESCO, the SUST Bangla Emotional Speech Corpus: twenty actors, ten sentences, seven emotions, five takes. Names are gender, number and name of
/// the speaker, sentence, emotion and take: <c>F_10_FAHMEE_S_6_FEAR_5</c>.
/// </summary>
public static partial class SubescoCorpus
{
    private const int ClipsOfEmotion = 1000;
    private const int ClipsOfSpeaker = 350;

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["ANGRY"] = "anger",
        ["DISGUST"] = "disgust",
        ["FEAR"] = "fear",
        ["HAPPY"] = "happiness",
        ["NEUTRAL"] = "neutral",
        ["SAD"] = "sadness",
        ["SURPRISE"] = "surprise",
    };

    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("subesco", "SUBESCO", [.. Labels.Values])
        {
            Citation = "Sultana S, Rahman MS, Selim MR, Iqbal MZ (2021) SUST Bangla Emotional Speech Corpus (SUBESCO): An audio-only emotional speech "
                + "corpus for Bangla. PLoS ONE 16(4): e0250173.",
            License = "CC BY 4.0",
            Source = "https://zenodo.org/records/4526477",
            Published = new PublishedCounts(
                Labels.Count * ClipsOfEmotion,
                Labels.Values.ToDictionary(label => label, _ => ClipsOfEmotion),
                (from gender in "FM" from number in Enumerable.Range(1, 10) select FormattableString.Invariant($"subesco-{gender}_{number:00}"))
                    .ToDictionary(speaker => speaker, _ => ClipsOfSpeaker)),
        },
        Pattern = Pattern(),
        Emotions = Labels,
        ExpectedLayout = "names such as F_10_FAHMEE_S_6_FEAR_5.wav",
        More = match => [KeyValuePair.Create("gender", match.Value[0] == 'F' ? "female" : "male")],
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    // One published name has a stray bracket: F_02_MONIKA_S_2_SURPRISE_3].
    [GeneratedRegex(
        @"^(?<speaker>[FM]_[0-9]{2})_[A-Z]+_S_(?<sentence>[0-9]+)_(?<emotion>[A-Z]+)_(?<repetition>[1-5])(?=\]?$)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
