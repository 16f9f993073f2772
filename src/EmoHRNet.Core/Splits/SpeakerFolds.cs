using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// Published folds: lists of the speakers that each fold tests. In a combination of corpora, those without a speaker in the lists are used
/// for training in every fold and never tested.
/// </summary>
public sealed record SpeakerFolds : ISplitProtocol
{
    /// <summary>The name of the folds for a paper: <c>EmoBox RAVDESS folds</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The speakers each fold tests; no speaker in two folds.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> TestSpeakers { get; init; }

    /// <summary>The validation share of the speakers outside the test part, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed of the validation speakers. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public IReadOnlyList<DataSplit> Split(Corpus corpus)
    {
        Validate();
        string[] published = [.. TestSpeakers.SelectMany(fold => fold)];
        string[] speakers = SpeakersOfTheFoldsCorpora(corpus, published);
        string[] different = [.. published.Except(speakers).Concat(speakers.Except(published))];
        return different.Length == 0
            ? GroupFolds.Create(
                corpus, new SplitOrigin(Name) { Seed = Seed }, TestSpeakers, UtteranceGroup.Speaker, new SpeakerValidation(ValidationFraction, Seed))
            : throw new CorpusException(
                $"{corpus.Name} does not have the speakers of the {Name}: {string.Join(", ", different)} are in one and not in the other.");
    }

    private static string[] SpeakersOfTheFoldsCorpora(Corpus corpus, string[] published)
    {
        HashSet<string> tested = [.. corpus.Utterances.Where(utterance => published.Contains(utterance.Speaker)).Select(utterance => utterance.Corpus)];
        return tested.Count == 0
            ? [.. corpus.Speakers]
            : [.. corpus.Utterances.Where(utterance => tested.Contains(utterance.Corpus)).Select(utterance => utterance.Speaker).Distinct()];
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is not allowed; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Require(TestSpeakers.Count >= 2, nameof(TestSpeakers), TestSpeakers.Count, "at least 2 folds")
        .Require(
            TestSpeakers.SelectMany(fold => fold).Distinct().Count() == TestSpeakers.Sum(fold => fold.Count),
            nameof(TestSpeakers), "a list with a speaker in two folds", "every speaker in one fold")
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(SpeakerFolds));
}
