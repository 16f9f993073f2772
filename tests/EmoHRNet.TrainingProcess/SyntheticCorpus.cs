using EmoHRNet.Corpora;
using EmoHRNet.Splits;
using EmoHRNet.TestSupport;

namespace EmoHRNet.TrainingProcess;

/// <summary>A corpus of half-second tones whose pitch is the emotion: small, quick to learn, the same wherever it is made.</summary>
public sealed class SyntheticCorpus : IDisposable
{
    private static readonly string[] Labels = ["low", "middle", "high"];
    private static readonly double[] Pitches = [200, 800, 3000];

    private const int ClipsPerEmotion = 12;

    private readonly TemporaryFolder? _temporary;
    private readonly string _folder;

    /// <summary>Makes the corpus in a temporary folder.</summary>
    public SyntheticCorpus()
        : this(new TemporaryFolder())
    {
    }

    /// <summary>Makes the corpus in a folder that stays.</summary>
    public SyntheticCorpus(string folder)
    {
        _folder = folder;
        List<Utterance> utterances = [];
        Random random = new(5);
        for (int i = 0; i < ClipsPerEmotion * Labels.Length; i++)
        {
            int label = i % Labels.Length;
            string path = Path.Combine(folder, $"clip{i:00}.wav");
            WriteTone(path, Pitches[label] * (0.95 + (0.1 * random.NextDouble())), random);
            utterances.Add(new Utterance($"synthetic/clip{i:00}", path, Labels[label], $"speaker{i % 4}"));
        }

        Corpus = new Corpus(new CorpusInfo("synthetic", "Synthetic tones", Labels), utterances);
        Split = new StratifiedRandomSplit { ValidationFraction = 0.25 }.Create(Corpus);
    }

    private SyntheticCorpus(TemporaryFolder temporary)
        : this(temporary.Path) => _temporary = temporary;

    public Corpus Corpus { get; }

    public DataSplit Split { get; }

    /// <summary>The path of a file of that name beside the clips.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    public void Dispose() => _temporary?.Dispose();

    private static void WriteTone(string path, double pitch, Random random)
    {
        const int Rate = 16_000;
        short[] samples = new short[Rate / 2];
        for (int i = 0; i < samples.Length; i++)
        {
            double value = (0.3 * Math.Sin(2 * Math.PI * pitch * i / Rate)) + (0.02 * (random.NextDouble() - 0.5));
            samples[i] = (short)Math.Round(value * short.MaxValue);
        }

        File.WriteAllBytes(path, WavBytes.Pcm16(Rate, samples));
    }
}
