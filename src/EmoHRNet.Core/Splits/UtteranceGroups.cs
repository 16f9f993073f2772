using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>The speakers or sessions of a corpus.</summary>
internal static class UtteranceGroups
{
    public static string NameOf(Utterance utterance, UtteranceGroup group) => group switch
    {
        UtteranceGroup.Speaker => utterance.Speaker,
        UtteranceGroup.Session => utterance.Session
            ?? throw new CorpusException($"'{utterance.Id}' has no session; {utterance.Corpus} cannot be divided by session. Divide it by speaker."),
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Expected speakers or sessions."),
    };

    public static IReadOnlyList<string> Of(Corpus corpus, UtteranceGroup group) =>
        [.. corpus.Utterances.Select(utterance => NameOf(utterance, group)).Distinct().Order(StringComparer.Ordinal)];
}
