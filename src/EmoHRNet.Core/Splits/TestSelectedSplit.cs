using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// One random split into two parts, with the epoch chosen on the same clips the result is reported on. The EmoHRNet paper (Muppidi and
/// Radfar, 2024) mentions a validation set ("the iteration with the highest validation accuracy is selected") and does not say whether its
/// figures are from that set or from another; TIM-Net's first figures were obtained this way. The result is optimistic; the split exists
/// for comparison, and reports say so.
/// </summary>
public sealed record TestSelectedSplit : ISplitProtocol
{
    /// <summary>The share of all clips used both to choose the epoch and to report the result, above 0 and below 1. Default 0.2.</summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => "random, epoch chosen on the test clips (optimistic)";

    /// <summary>Splits a corpus.</summary>
    /// <exception cref="CorpusException">The corpus has only one class, or a class with too few clips.</exception>
    /// <exception cref="InvalidOptionsException">The share is out of range.</exception>
    public DataSplit Create(Corpus corpus)
    {
        new OptionProblems()
            .Require(TestFraction is > 0 and < 1, nameof(TestFraction), TestFraction, "above 0 and below 1")
            .ThrowIfAny(nameof(TestSelectedSplit));
        (IReadOnlyList<Utterance> test, IReadOnlyList<Utterance> training) =
            Stratification.Take(corpus, corpus.Utterances, TestFraction, Seed, "test");
        return DataSplit.Create(corpus, new SplitOrigin(Name) { Seed = Seed, IsTestSelected = true }, training, test, test);
    }

    IReadOnlyList<DataSplit> ISplitProtocol.Split(Corpus corpus) => [Create(corpus)];
}
