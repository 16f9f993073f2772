using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// One fold per speaker or per session, which is the test part; papers call both LOSO. Or, in a combination of corpora, one fold per
/// corpus: trained on all others and tested on the whole corpus.
/// </summary>
public sealed record LeaveOneGroupOut : ISplitProtocol
{
    /// <summary>What each fold leaves out. Default the speaker.</summary>
    public UtteranceGroup Group { get; init; } = UtteranceGroup.Speaker;

    /// <summary>The validation share of the speakers outside the test part, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed of the validation speakers. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => $"leave one {UtteranceGroups.Singular(Group)} out";

    /// <inheritdoc/>
    public IReadOnlyList<DataSplit> Split(Corpus corpus)
    {
        Validate();
        IReadOnlyList<string> groups = UtteranceGroups.Of(corpus, Group);
        SplitRequirements.AtLeast(corpus, UtteranceGroups.Plural(Group), groups.Count, 2, Name, Group == UtteranceGroup.Corpus
            ? $"Make one corpus of several first ({nameof(CorpusCombination)}.{nameof(CorpusCombination.Union)}; --corpus several times)."
            : SplitRequirements.DrawByChance);
        string[][] folds = [.. groups.Select(group => new[] { group })];
        return GroupFolds.Create(
            corpus, new SplitOrigin(Name) { Seed = Seed }, folds, Group, new SpeakerValidation(ValidationFraction, Seed));
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is out of range; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Defined(nameof(Group), Group)
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(LeaveOneGroupOut));
}
