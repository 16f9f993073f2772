using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Creates one split per fold from the groups that each fold tests.</summary>
internal static class GroupFolds
{
    public static IReadOnlyList<DataSplit> Create(
        Corpus corpus, SplitOrigin origin, IReadOnlyList<IReadOnlyList<string>> folds, UtteranceGroup group, SpeakerValidation validation)
    {
        SplitRequirements.AtLeastTwoClasses(corpus, corpus.Utterances.Select(utterance => utterance.Emotion).Distinct().Count());
        return [.. folds.Select((tested, index) => Fold(corpus, origin with { Fold = index + 1, FoldCount = folds.Count }, tested, group, validation))];
    }

    private static DataSplit Fold(
        Corpus corpus, SplitOrigin origin, IReadOnlyList<string> tested, UtteranceGroup group, SpeakerValidation validation)
    {
        ILookup<bool, Utterance> parts = corpus.Utterances.ToLookup(utterance => tested.Contains(UtteranceGroups.NameOf(utterance, group)));
        (IReadOnlyList<Utterance> validationPart, IReadOnlyList<Utterance> training) =
            ValidationDraw.BySpeaker(corpus, [.. parts[false]], validation.Fraction, validation.Seed, origin.Protocol);
        return DataSplit.Create(corpus, origin with { HeldOut = string.Join(", ", tested) }, training, validationPart, parts[true]);
    }
}
