namespace EmoHRNet.Corpora;

/// <summary>
/// IEMOCAP, the Interactive Emotional Dyadic Motion Capture database: five sessions of a woman and a man. Labels come from
/// <c>SessionN/dialog/EmoEvaluation/*.txt</c>, audio from <c>SessionN/sentences/wav</c>.
/// </summary>
public static class IemocapCorpus
{
    private const string Name = "iemocap";
    private const string AnnotationFolder = "EmoEvaluation";
    private const int Sessions = 5;

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    private static readonly Dictionary<string, int> FourClassOfSpeaker = new()
    {
        ["Ses01F"] = 528,
        ["Ses01M"] = 557,
        ["Ses02F"] = 481,
        ["Ses02M"] = 542,
        ["Ses03F"] = 522,
        ["Ses03M"] = 629,
        ["Ses04F"] = 528,
        ["Ses04M"] = 503,
        ["Ses05F"] = 590,
        ["Ses05M"] = 651,
    };

    /// <summary>Labels, license, citation and published counts.</summary>
    /// <param name="labels">The label set.</param>
    public static CorpusInfo Info(IemocapLabels labels = IemocapLabels.FourClass) =>
        new(Name, "IEMOCAP", [.. Categories(labels).Values.Distinct()])
        {
            Citation = "Busso C, Bulut M, Lee CC, Kazemzadeh A, Mower E, Kim S, Chang JN, Lee S, Narayanan SS (2008) IEMOCAP: Interactive "
                + "emotional dyadic motion capture database. Language Resources and Evaluation 42, 335-359.",
            License = "Research only, on request from the University of Southern California; not for redistribution",
            Source = "https://sail.usc.edu/iemocap/",
            Published = Published(labels),
        };

    /// <summary>Reads the corpus from the released folder (IEMOCAP_full_release) or one above it.</summary>
    /// <param name="folder">The folder that holds Session1 to Session5, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <param name="labels">The label set; clips of other categories are left out.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null, IemocapLabels labels = IemocapLabels.FourClass)
    {
        options ??= new CorpusLoadOptions();
        CorpusInfo info = Info(labels);
        ILookup<string, CorpusFile> files = CorpusFolder.AudioFiles(folder, info.Title, options)
            .ToLookup(file => file.Stem, StringComparer.OrdinalIgnoreCase);
        OrderedDictionary<string, string> categories = Categories(labels);
        Utterance[] utterances =
        [
            .. from annotation in Annotations(folder, options)
               where categories.ContainsKey(annotation.Category)
               select Utterance(annotation, categories[annotation.Category], files[annotation.Name].FirstOrDefault()),
        ];
        return new CorpusReader(info, folder, options) { ExpectedLayout = "Session1/sentences/wav/Ses01F_impro01/Ses01F_impro01_F000.wav" }
            .FromAnnotation(utterances);
    }

    private static List<IemocapAnnotation> Annotations(string folder, CorpusLoadOptions options)
    {
        // The subfolders of EmoEvaluation hold the votes of single evaluators in another format; archives contain "._" files of macOS.
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "Ses*.txt", Everywhere)
                .Where(path => AnnotationFolder.Equals(Path.GetFileName(Path.GetDirectoryName(path)), StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        List<IemocapAnnotation> annotations = [.. files.SelectMany(IemocapAnnotation.Read)];
        string[] lacking =
        [
            .. Enumerable.Range(1, Sessions).Select(each => $"{each}")
                .Where(session => annotations.TrueForAll(annotation => annotation.Session != session)),
        ];
        if (annotations.Count == 0 || (lacking.Length > 0 && !options.AllowIncomplete))
        {
            throw new CorpusException(
                $"IEMOCAP in '{folder}': no annotations of session {string.Join(", ", lacking)} ({files.Length} evaluation files found). Expected "
                + $"SessionN/dialog/{AnnotationFolder}/Ses0N*.txt with lines \"[start - end] name category [v, a, d]\".");
        }

        return annotations;
    }

    private static Utterance Utterance(IemocapAnnotation annotation, string label, CorpusFile? file) =>
        new($"{Name}/{annotation.Name}", file?.Path ?? "", label, $"{Name}-{annotation.Speaker}")
        {
            Corpus = Name,
            Session = $"{Name}-session{annotation.Session}",
            Metadata = new Dictionary<string, string>
            {
                ["category"] = annotation.Category,
                ["valenceActivationDominance"] = annotation.Dimensions,
                ["dialog"] = annotation.Name[..annotation.Name.LastIndexOf('_')],
                ["gender"] = annotation.Speaker[^1] == 'F' ? "female" : "male",
            },
        };

    private static OrderedDictionary<string, string> Categories(IemocapLabels labels)
    {
        OrderedDictionary<string, string> categories = new(StringComparer.Ordinal)
        {
            ["neu"] = "neutral",
            ["ang"] = "anger",
            ["sad"] = "sadness",
            ["hap"] = "happiness",
            ["exc"] = labels == IemocapLabels.SixClass ? "excitement" : "happiness",
        };
        if (labels != IemocapLabels.FourClass)
        {
            categories.Add("fru", "frustration");
        }

        return categories;
    }

    private static PublishedCounts Published(IemocapLabels labels)
    {
        Dictionary<string, int> byCategory = new()
        {
            ["neu"] = 1708,
            ["ang"] = 1103,
            ["sad"] = 1084,
            ["hap"] = 595,
            ["exc"] = 1041,
            ["fru"] = 1849,
        };
        Dictionary<string, int> byLabel = Categories(labels).GroupBy(each => each.Value, each => byCategory[each.Key])
            .ToDictionary(group => group.Key, group => group.Sum());
        Dictionary<string, int> bySpeaker = labels == IemocapLabels.FourClass
            ? FourClassOfSpeaker.ToDictionary(each => $"{Name}-{each.Key}", each => each.Value)
            : [];
        return new PublishedCounts(byLabel.Values.Sum(), byLabel, bySpeaker);
    }
}
