using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// One fold per speaker or per session, which alone is tested: LOSO in the papers, where it may mean either. Or one fold per corpus, where
/// several were made one: trained on all but one, tested on the whole of the other.
/// </summary>
public sealed record LeaveOneGroupOut : ISplitProtocol
{
    /// <summary>What is left out of each fold. Default the speaker.</summary>
    public UtteranceGroup Group { get; init; } = UtteranceGroup.Speaker;

    /// <summary>The share of each fold's other speakers that the epoch is chosen on, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed that draws the validation speakers. Default 1.</summary>
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
