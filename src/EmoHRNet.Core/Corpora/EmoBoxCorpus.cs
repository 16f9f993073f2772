namespace EmoHRNet.Corpora;

/// <summary>
/// Any of the 32 corpora that EmoBox lists (Ma et al., 2024): its lists name the clips and their emotions, and its folds divide them as in
/// its published results (<see cref="Splits.EmoBoxLists"/>).
/// </summary>
/// <remarks>
/// The lists do not name speakers; for most corpora the path does, for the others they are unknown. Clips that EmoBox cuts from long
/// recordings (PAVOQUE) must already be cut, each in a file named after its key.
/// </remarks>
public static class EmoBoxCorpus
{
    /// <summary>Reads a corpus by EmoBox's lists.</summary>
    /// <param name="lists">EmoBox's folder of the corpus: NAME.jsonl, label_map.json, fold_1 and so on.</param>
    /// <param name="folder">
    /// The folder that holds the recordings, in any layout: files are found by name, and by folder where names are not unique. The audio
    /// format may differ from the published one.
    /// </param>
    /// <param name="options">How strictly to read; by default a missing clip is an error.</param>
    /// <exception cref="CorpusException">The lists or the folder are missing or malformed, or clips are missing or unreadable.</exception>
    public static Corpus Load(string lists, string folder, CorpusLoadOptions? options = null)
    {
        options ??= new CorpusLoadOptions();
        EmoBoxMetadata metadata = EmoBoxMetadata.Read(lists);
        IReadOnlyDictionary<string, string> labels = metadata.Labels();
        PathSuffixIndex<CorpusFile> files = new(CorpusFolder.AudioFiles(folder, metadata.Corpus, options).Select(file => (file.Relative, file)));
        Utterance[] utterances = [.. metadata.Clips.Select(clip => Of(clip, labels, files))];
        return new CorpusReader(Info(metadata.Corpus, utterances), folder, options) { ExpectedLayout = $"the clips that '{lists}' names, such as {metadata.Clips[0].Path}" }
            .FromAnnotation(utterances);
    }

    private static CorpusInfo Info(string name, Utterance[] utterances) =>
        new(name, $"{name} as listed by EmoBox", [.. utterances.Select(utterance => utterance.Emotion).Distinct().Order(StringComparer.Ordinal)])
        {
            Citation = "Ma Z, Chen M, Zhang H, Zheng Z, Chen W, Li X, Ye J, Chen X, Hain T (2024) EmoBox: Multilingual Multi-corpus Speech Emotion "
                + "Recognition Toolkit and Benchmark. Proc. Interspeech 2024. And the publication of the corpus itself.",
            License = "that of the corpus; the lists: MIT",
            Source = "https://github.com/emo-box/EmoBox",
            Published = PublishedCounts.Count(utterances, utterance => utterance.Emotion, utterance => utterance.Speaker),
        };

    private static Utterance Of(EmoBoxClip clip, IReadOnlyDictionary<string, string> labels, PathSuffixIndex<CorpusFile> files) => new(
        $"{clip.Corpus}/{clip.Name}", files.Find(clip.Path)?.Path ?? "", labels.GetValueOrDefault(clip.Emotion, clip.Emotion),
        $"{clip.Corpus}-{EmoBoxSpeakers.Of(clip)}")
    {
        Corpus = clip.Corpus,
    };
}
