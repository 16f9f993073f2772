using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Splits;

/// <summary>A corpus without files: classes × speakers × takes, speakers in pairs per session.</summary>
public sealed class SmallCorpus
{
    private readonly Dictionary<string, string> _content = [];

    public SmallCorpus(int classes = 3, int speakers = 6, int takes = 5)
    {
        string[] labels = [.. Enumerable.Range(0, classes).Select(each => $"emotion{each}")];
        Utterance[] utterances =
        [
            .. from speaker in Enumerable.Range(0, speakers)
               from label in labels
               from take in Enumerable.Range(0, takes)
               let name = $"s{speaker}-{label}-{take}"
               select new Utterance($"small/{name}", $"/corpora/{name}.wav", label, $"s{speaker}") { Session = $"session{speaker / 2}" },
        ];
        Corpus = new Corpus(new CorpusInfo("small", "Small", labels), utterances, null, Group);
    }

    public Corpus Corpus { get; }

    /// <summary>Gives the second clip the content of the first; call it before the corpus is split.</summary>
    public void MakeSame(string first, string second) => _content[second] = first;

    private ContentGroups Group(IReadOnlyList<Utterance> utterances) =>
        ContentGroups.FromKeys(utterances, utterances.ToDictionary(clip => clip.Id, clip => _content.GetValueOrDefault(clip.Id, clip.Id)));
}
