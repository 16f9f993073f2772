using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// K-fold cross-validation that keeps speakers or sessions together: every clip is tested once, by a model not trained on its speaker.
/// </summary>
public sealed record GroupedKFold : ISplitProtocol
{
    /// <summary>The number of folds, 2 to 1000 and at most the number of groups. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What is kept together. Default the speaker.</summary>
    public UtteranceGroup Group { get; init; } = UtteranceGroup.Speaker;

    /// <summary>The validation share of the speakers outside the test part, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => $"{UtteranceGroups.Singular(Group)}-grouped {Folds}-fold";

    /// <inheritdoc/>
    public IReadOnlyList<DataSplit> Split(Corpus corpus)
    {
        Validate();
        IReadOnlyList<string> groups = UtteranceGroups.Of(corpus, Group);
        SplitRequirements.AtLeast(corpus, UtteranceGroups.Plural(Group), groups.Count, Folds, Name);
        return GroupFolds.Create(
            corpus, new SplitOrigin(Name) { Seed = Seed }, Deal(corpus, groups), Group, new SpeakerValidation(ValidationFraction, Seed));
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is out of range; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Range(nameof(Folds), Folds, 2, 1000)
        .Defined(nameof(Group), Group)
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(GroupedKFold));

    // The largest groups first, each into the fold with the fewest clips of its corpus: this balances folds of unequal groups.
    private List<string>[] Deal(Corpus corpus, IReadOnlyList<string> groups)
    {
        Dictionary<string, (int Clips, string Corpus)> sizes = corpus.Utterances.GroupBy(utterance => UtteranceGroups.NameOf(utterance, Group))
            .ToDictionary(group => group.Key, group => (group.Count(), group.First().Corpus));
        List<string>[] folds = [.. Enumerable.Range(0, Folds).Select(_ => new List<string>())];
        Dictionary<string, int[]> countsOf = sizes.Values.Select(size => size.Corpus).Distinct().ToDictionary(name => name, _ => new int[Folds]);
        foreach (string group in SeededOrder.Shuffle(groups, Seed, "grouped folds", group => group).OrderByDescending(group => sizes[group].Clips))
        {
            int[] counts = countsOf[sizes[group].Corpus];
            int fold = Enumerable.Range(0, Folds).MinBy(each => (counts[each], folds[each].Count, each));
            folds[fold].Add(group);
            counts[fold] += sizes[group].Clips;
        }

        return folds;
    }
}
