using EmoHRNet.Corpora;
using EmoHRNet.Tests.Corpora;

namespace EmoHRNet.Tests.Splits;

/// <summary>A corpus of small files: classes × speakers × takes, speakers in pairs per session.</summary>
public sealed class SmallCorpus : IDisposable
{
    private readonly CorpusTree _tree = new();

    public SmallCorpus(int classes = 3, int speakers = 6, int takes = 5)
    {
        string[] labels = [.. Enumerable.Range(0, classes).Select(each => $"emotion{each}")];
        List<Utterance> utterances = [];
        for (int speaker = 0; speaker < speakers; speaker++)
        {
            foreach (string label in labels)
            {
                for (int take = 0; take < takes; take++)
                {
                    string name = $"s{speaker}-{label}-{take}";
                    _tree.Add(name + ".wav");
                    utterances.Add(new Utterance($"small/{name}", _tree[name + ".wav"], label, $"s{speaker}") { Session = $"session{speaker / 2}" });
                }
            }
        }

        Corpus = new Corpus(new CorpusInfo("small", "Small", labels), utterances);
    }

    public Corpus Corpus { get; private set; }

    /// <summary>Makes the second clip's file a copy of the first's.</summary>
    public void MakeSame(string first, string second)
    {
        File.Copy(Corpus.Find(first)!.Path, Corpus.Find(second)!.Path, overwrite: true);
        Corpus = new Corpus(Corpus.Info, Corpus.Utterances);
    }

    public void Dispose() => _tree.Dispose();
}
