using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Utterances that are kept together: one recording under several names.</summary>
/// <param name="Name">The first identifier.</param>
/// <param name="Utterances">One or more utterances.</param>
internal sealed record SplitGroup(string Name, IReadOnlyList<Utterance> Utterances)
{
    /// <summary>The label that stratification counts the group under.</summary>
    public string Emotion => Utterances[0].Emotion;

    public static IReadOnlyList<SplitGroup> ByRecording(Corpus corpus, IEnumerable<Utterance> utterances) =>
        [.. utterances.GroupBy(corpus.ContentKey).Select(group => new SplitGroup(group.First().Id, [.. group]))];
}
