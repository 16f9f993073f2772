using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>K-fold cross-validation that keeps speakers or sessions whole: every clip is tested once, on voices not learned from.</summary>
public sealed record GroupedKFold : ISplitProtocol
{
    /// <summary>The number of folds, 2 to 1000 and at most the number of groups. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What stays together. Default the speaker.</summary>
    public UtteranceGroup Group { get; init; } = UtteranceGroup.Speaker;

    /// <summary>The share of each fold's other speakers that the epoch is chosen on, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => $"{(Group == UtteranceGroup.Speaker ? "speaker" : "session")}-grouped {Folds}-fold";

    /// <inheritdoc/>
    public IReadOnlyList<DataSplit> Split(Corpus corpus)
    {
        Validate();
        IReadOnlyList<string> groups = UtteranceGroups.Of(corpus, Group);
        SplitRequirements.AtLeast(corpus, Group == UtteranceGroup.Speaker ? "speakers" : "sessions", groups.Count, Folds, Name);
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

    // The largest groups first, each into the fold that has the fewest clips: folds come out even though groups are not.
    private List<string>[] Deal(Corpus corpus, IReadOnlyList<string> groups)
    {
        Dictionary<string, int> clips = corpus.Utterances.CountBy(utterance => UtteranceGroups.NameOf(utterance, Group)).ToDictionary();
        List<string>[] folds = [.. Enumerable.Range(0, Folds).Select(_ => new List<string>())];
        int[] counts = new int[Folds];
        foreach (string group in SeededOrder.Shuffle(groups, Seed, "grouped folds", group => group).OrderByDescending(group => clips[group]))
        {
            int fold = Enumerable.Range(0, Folds).MinBy(each => (counts[each], folds[each].Count, each));
            folds[fold].Add(group);
            counts[fold] += clips[group];
        }

        return folds;
    }
}
