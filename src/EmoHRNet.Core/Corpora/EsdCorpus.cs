using System.Globalization;
using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// ESD, the Emotional Speech Database: ten speakers of Mandarin (0001 to 0010) and ten of English (0011 to 0020), 350 sentences in five emotions.
/// Names are speaker and a number whose range is the emotion: <c>0011_000351</c> is the first sentence spoken angrily.
/// </summary>
public static partial class EsdCorpus
{
    private const string Name = "esd";
    private const int Sentences = 350;
    private const int Speakers = 20;
    private const int LastMandarinSpeaker = 10;

    private static readonly string[] Labels = ["neutral", "angry", "happy", "sad", "surprised"];

    private static readonly string[] Names =
    [
        .. from speaker in Enumerable.Range(1, Speakers)
           from number in Enumerable.Range(1, Sentences * Labels.Length)
           select string.Create(CultureInfo.InvariantCulture, $"{speaker:0000}_{number:000000}"),
    ];

    /// <summary>Labels, license, citation and published counts.</summary>
    public static CorpusInfo Info { get; } = new(Name, "ESD", Labels)
    {
        Citation = "Zhou K, Sisman B, Liu R, Li H (2022) Emotional voice conversion: Theory, databases and ESD. Speech Communication 137, 1-18.",
        License = "for academic research, by license agreement",
        Source = "https://hltsingapore.github.io/ESD/",
        Published = PublishedCounts.Count(Names, name => Labels[EmotionOf(NumberOf(name))], name => $"{Name}-{name.Split('_')[0]}"),
    };

    /// <summary>Reads the corpus from a folder: speaker folders with a folder for each emotion, undivided or divided into train, evaluation and test.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) => new CorpusReader(Info, folder, options)
    {
        ExpectedLayout = "names such as 0011_000351.wav, usually in folders such as 0011/Angry",
        PublishedIds = Names.Select(name => $"{Name}/{name}"),
    }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        Match match = Pattern().Match(file.Stem);
        if (!match.Success
            || !NameNumber.IsBetween(match.Groups["speaker"].Value, 1, Speakers)
            || !NameNumber.IsBetween(match.Groups["number"].Value, 1, Sentences * Labels.Length))
        {
            return null;
        }

        int number = NumberOf(file.Stem);
        string language = NameNumber.IsBetween(match.Groups["speaker"].Value, 1, LastMandarinSpeaker) ? "zh" : "en";
        return new Utterance($"{Name}/{file.Stem}", file.Path, Labels[EmotionOf(number)], $"{Name}-{match.Groups["speaker"].Value}")
        {
            Corpus = Name,
            Metadata = new Dictionary<string, string>
            {
                ["language"] = language,
                ["sentence"] = string.Create(CultureInfo.InvariantCulture, $"{language}{((number - 1) % Sentences) + 1}"),
            },
        };
    }

    private static int NumberOf(string name) => int.Parse(name.AsSpan(name.IndexOf('_', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    private static int EmotionOf(int number) => (number - 1) / Sentences;

    [GeneratedRegex("^(?<speaker>[0-9]{4})_(?<number>[0-9]{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
