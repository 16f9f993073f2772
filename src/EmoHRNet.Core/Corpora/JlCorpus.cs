using System.Globalization;
using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// JL-Corpus: four actors of New Zealand English, fifteen sentences, five primary and five secondary emotions. Names are speaker, emotion, sentence
/// with session, and repetition: <c>male2_concerned_6b_1</c>.
/// </summary>
public static partial class JlCorpus
{
    private static readonly string[] Labels =
        ["angry", "sad", "neutral", "happy", "excited", "anxious", "apologetic", "assertive", "concerned", "encouraging"];

    private static readonly string[] Names =
    [
        .. from speaker in new[] { "female1", "female2", "male1", "male2" }
           from emotion in Labels
           from sentence in Enumerable.Range(1, 15)
           from session in "ab"
           from repetition in Enumerable.Range(1, 2)
           select string.Create(CultureInfo.InvariantCulture, $"{speaker}_{emotion}_{sentence}{session}_{repetition}"),
    ];

    private static readonly FileNameCorpus Layout = new()
    {
        Info = new CorpusInfo("jlcorpus", "JL-Corpus", Labels)
        {
            Citation = "James J, Tian L, Watson CI (2018) An Open Source Emotional Speech Corpus for Human Robot Interaction Applications. "
                + "Proc. Interspeech 2018, 2768-2772.",
            License = "CC0 1.0",
            Source = "https://www.kaggle.com/tli725/jl-corpus",
            Published = PublishedCounts.Count(Names, name => name.Split('_')[1], name => $"jlcorpus-{name.Split('_')[0]}"),
        },
        Pattern = Pattern(),
        Emotions = Labels.ToDictionary(label => label),
        ExpectedLayout = "names such as male2_concerned_6b_1.wav, usually in a folder JL(wav+txt)",
        PublishedNames = Names,
        More = match => [KeyValuePair.Create("gender", match.Value[0] == 'f' ? "female" : "male")],
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info => Layout.Info;

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => Layout.Load(folder, options);

    [GeneratedRegex("^(?<speaker>(?:fe)?male[12])_(?<emotion>[a-z]+)_(?<sentence>[0-9]+)[ab]_(?<repetition>[12])$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
