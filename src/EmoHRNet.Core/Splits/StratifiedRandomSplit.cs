using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// One stratified random split: every class has its share in every part. Speakers are shared between the parts, so the result shows how
/// well known voices are recognized; for new voices use <see cref="SpeakerIndependentSplit"/>.
/// </summary>
public sealed record StratifiedRandomSplit : ISplitProtocol
{
    /// <summary>The test share of all clips, 0 (a final run, which tests nothing) to below 1. Default 0.2.</summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>The validation share of the other clips, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => "stratified random";

    /// <summary>Splits a corpus.</summary>
    /// <exception cref="CorpusException">The corpus has only one class, or a class with too few clips.</exception>
    /// <exception cref="InvalidOptionsException">A share is out of range.</exception>
    public DataSplit Create(Corpus corpus)
    {
        Validate();
        if (TestFraction == 0)
        {
            return FinalSplit.Create(corpus, ValidationDraw.Stratified(corpus, corpus.Utterances, ValidationFraction, Seed), Seed);
        }

        (IReadOnlyList<Utterance> test, IReadOnlyList<Utterance> rest) =
            Stratification.Take(corpus, corpus.Utterances, TestFraction, Seed, "test");
        (IReadOnlyList<Utterance> validation, IReadOnlyList<Utterance> training) =
            ValidationDraw.Stratified(corpus, rest, ValidationFraction, Seed);
        return DataSplit.Create(corpus, new SplitOrigin(Name) { Seed = Seed }, training, validation, test);
    }

    /// <summary>Checks the shares.</summary>
    /// <exception cref="InvalidOptionsException">A share is out of range; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Require(TestFraction is >= 0 and < 1, nameof(TestFraction), TestFraction, "0 to below 1")
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(StratifiedRandomSplit));

    IReadOnlyList<DataSplit> ISplitProtocol.Split(Corpus corpus) => [Create(corpus)];
}
