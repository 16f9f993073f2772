using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>The split of a final run: the model to be released is trained on every speaker, and nothing is left to test it on.</summary>
internal static class FinalSplit
{
    private const string Name = "final run on all speakers, nothing tested";

    public static DataSplit Create(Corpus corpus, (IReadOnlyList<Utterance> Validation, IReadOnlyList<Utterance> Training) parts, int seed) =>
        DataSplit.Create(corpus, new SplitOrigin(Name) { Seed = seed, IsFinal = true }, parts.Training, parts.Validation, []);
}
