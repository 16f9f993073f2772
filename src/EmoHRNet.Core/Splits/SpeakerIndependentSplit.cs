using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>One split in which no speaker is in two parts: the result shows how well new voices are recognized.</summary>
public sealed record SpeakerIndependentSplit : ISplitProtocol
{
    /// <summary>
    /// The test share of the speakers, below 1 and at least one speaker; 0 is a final run, which tests nothing. Default 0.2.
    /// </summary>
    public double TestFraction { get; init; } = 0.2;

    /// <summary>The validation share of the other speakers, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The speakers to test, instead of drawing them. Default none.</summary>
    public IReadOnlyList<string> TestSpeakers { get; init; } = [];

    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => "speaker-independent";

    /// <summary>Splits a corpus.</summary>
    /// <exception cref="CorpusException">The corpus has too few speakers, or a named one is not in it.</exception>
    /// <exception cref="InvalidOptionsException">A share is out of range.</exception>
    public DataSplit Create(Corpus corpus)
    {
        Validate();
        if (TestFraction == 0 && TestSpeakers.Count == 0)
        {
            return FinalSplit.Create(corpus, ValidationDraw.BySpeaker(corpus, corpus.Utterances, ValidationFraction, Seed, Name), Seed);
        }

        SplitRequirements.AtLeast(corpus, "speakers", corpus.Speakers.Count, 2, Name);
        HashSet<string> tested = TestSpeakers.Count > 0 ? Named(corpus) : SpeakerDraw.Take(corpus.Utterances, TestFraction, Seed, "test speakers");
        ILookup<bool, Utterance> parts = corpus.Utterances.ToLookup(utterance => tested.Contains(utterance.Speaker));
        (IReadOnlyList<Utterance> validation, IReadOnlyList<Utterance> training) =
            ValidationDraw.BySpeaker(corpus, [.. parts[false]], ValidationFraction, Seed, Name);
        SplitOrigin origin = new(Name) { Seed = Seed, HeldOut = string.Join(", ", tested.Order(StringComparer.Ordinal)) };
        return DataSplit.Create(corpus, origin, training, validation, parts[true]);
    }

    /// <summary>Checks the shares.</summary>
    /// <exception cref="InvalidOptionsException">A share is out of range; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Require(TestFraction is >= 0 and < 1, nameof(TestFraction), TestFraction, "0 to below 1")
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(SpeakerIndependentSplit));

    IReadOnlyList<DataSplit> ISplitProtocol.Split(Corpus corpus) => [Create(corpus)];

    private HashSet<string> Named(Corpus corpus)
    {
        string[] unknown = [.. TestSpeakers.Except(corpus.Speakers)];
        return unknown.Length == 0
            ? [.. TestSpeakers]
            : throw new CorpusException(
                $"{corpus.Name} has no speaker {string.Join(", ", unknown)}; its speakers are {string.Join(", ", corpus.Speakers)}.");
    }
}
