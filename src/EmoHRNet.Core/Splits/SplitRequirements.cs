using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Checks that a corpus is suited to a protocol.</summary>
internal static class SplitRequirements
{
    public const string DrawByChance = "Use a protocol that draws clips by chance, or add recordings.";

    public static void AtLeastTwoClasses(Corpus corpus, int classes)
    {
        if (classes < 2)
        {
            throw new CorpusException(
                $"{corpus.Name}: all clips are labeled '{corpus.Utterances[0].Emotion}'. Telling emotions apart needs at least 2 classes.");
        }
    }

    public static void AtLeast(
        Corpus corpus, string what, int found, int needed, string protocol, string advice = DrawByChance)
    {
        if (found < needed)
        {
            throw new CorpusException(
                $"{corpus.Name}: {found} {what} where {protocol} needs at least {needed}. {advice}");
        }
    }
}
