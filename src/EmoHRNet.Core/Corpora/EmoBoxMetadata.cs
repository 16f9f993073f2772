using System.Text.Json;

namespace EmoHRNet.Corpora;

/// <summary>
/// What EmoBox distributes for one corpus: a list of its clips, a map of its labels, and lists of the training and test clips of each fold.
/// </summary>
internal sealed class EmoBoxMetadata
{
    private const string LabelMapName = "label_map.json";

    private static readonly string[] Parts = ["train", "valid", "test"];

    private readonly string _folder;

    private EmoBoxMetadata(string folder, string corpus, IReadOnlyList<EmoBoxClip> clips) => (_folder, Corpus, Clips) = (folder, corpus, clips);

    /// <summary>The short name of the corpus in EmoBox.</summary>
    public string Corpus { get; }

    /// <summary>Every clip.</summary>
    public IReadOnlyList<EmoBoxClip> Clips { get; }

    /// <summary>The numbers of the folds, from 1.</summary>
    public IReadOnlyList<int> Folds =>
        [.. Enumerable.Range(1, int.MaxValue - 1).TakeWhile(fold => Directory.Exists(FoldFolder(fold)))];

    /// <summary>Reads the lists of one corpus.</summary>
    /// <param name="folder">The folder with NAME.jsonl, label_map.json and the folders fold_1, fold_2 and so on.</param>
    /// <exception cref="CorpusException">There is no list, or one cannot be read.</exception>
    public static EmoBoxMetadata Read(string folder)
    {
        CorpusFolder.CheckFolder(folder, "the lists of EmoBox for one corpus");
        string[] lists = [.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)];
        if (lists.Length != 1)
        {
            throw new CorpusException(
                $"'{folder}' has {lists.Length} lists (.jsonl); expected the folder that EmoBox has for one corpus, with one list such as emodb.jsonl beside the folders fold_1, fold_2 and so on.");
        }

        IReadOnlyList<EmoBoxClip> clips = EmoBoxClip.Read(lists[0]);
        string name = Path.GetFileNameWithoutExtension(lists[0]);
        EmoBoxMetadata metadata = new(folder, name, clips);
        // EmoBox's lists of its largest corpora are empty; their folds contain every clip.
        return clips.Count > 0 ? metadata : new EmoBoxMetadata(folder, name, metadata.ClipsOfFolds());
    }

    /// <summary>The training, validation or test clips of a fold; empty where the fold has no validation list.</summary>
    /// <param name="fold">The number of the fold.</param>
    /// <param name="part">train, valid or test.</param>
    public IReadOnlyList<EmoBoxClip> Part(int fold, string part)
    {
        string list = Path.Combine(FoldFolder(fold), FormattableString.Invariant($"{Corpus}_{part}_fold_{fold}.jsonl"));
        return File.Exists(list) ? EmoBoxClip.Read(list) : [];
    }

    /// <summary>The new names of the labels; a label that EmoBox does not map keeps its name.</summary>
    public IReadOnlyDictionary<string, string> Labels()
    {
        string path = Path.Combine(_folder, LabelMapName);
        Dictionary<string, string> map = new(StringComparer.OrdinalIgnoreCase);
        if (File.Exists(path))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
                foreach (JsonProperty pair in document.RootElement.EnumerateObject())
                {
                    map[pair.Name] = pair.Value.GetString() ?? pair.Name;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException)
            {
                throw new CorpusException($"'{path}' is not a label map of EmoBox: {exception.Message}", exception);
            }
        }

        return map;
    }

    private EmoBoxClip[] ClipsOfFolds() =>
        [.. Folds.SelectMany(fold => Parts.SelectMany(part => Part(fold, part))).DistinctBy(clip => clip.Key)];

    private string FoldFolder(int fold) => Path.Combine(_folder, FormattableString.Invariant($"fold_{fold}"));
}
