using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Finds the speakers, sessions or parts of a corpus.</summary>
internal static class UtteranceGroups
{
    public static string NameOf(Utterance utterance, UtteranceGroup group) => group switch
    {
        UtteranceGroup.Speaker => utterance.Speaker,
        UtteranceGroup.Session => utterance.Session
            ?? throw new CorpusException($"'{utterance.Id}' has no session; {utterance.Corpus} cannot be divided by session. Divide it by speaker."),
        UtteranceGroup.Corpus => utterance.Corpus,
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Expected a defined group."),
    };

    /// <summary>The noun for one group.</summary>
    public static string Singular(UtteranceGroup group) => group switch
    {
        UtteranceGroup.Speaker => "speaker",
        UtteranceGroup.Session => "session",
        UtteranceGroup.Corpus => "corpus",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Expected a defined group."),
    };

    /// <summary>The noun for several groups.</summary>
    public static string Plural(UtteranceGroup group) => group == UtteranceGroup.Corpus ? "corpora" : Singular(group) + "s";

    public static IReadOnlyList<string> Of(Corpus corpus, UtteranceGroup group) =>
        [.. corpus.Utterances.Select(utterance => NameOf(utterance, group)).Distinct().Order(StringComparer.Ordinal)];
}
