using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Draws a share of the speakers of every corpus, so that in a combination each corpus is in both parts.</summary>
internal static class SpeakerDraw
{
    /// <param name="utterances">Utterances of two or more speakers.</param>
    /// <param name="fraction">The share to draw; of every corpus with several speakers, at least one is drawn and one is left.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What is drawn; draws for different purposes are independent.</param>
    public static HashSet<string> Take(IEnumerable<Utterance> utterances, double fraction, int seed, string purpose)
    {
        string[][] corpora =
        [
            .. utterances.GroupBy(utterance => utterance.Corpus).Select(corpus => corpus.Select(utterance => utterance.Speaker).Distinct().ToArray()),
        ];
        if (corpora.All(speakers => speakers.Length == 1))
        {
            corpora = [[.. corpora.SelectMany(speakers => speakers).Distinct()]];
        }

        return [.. corpora.SelectMany(speakers => Draw(speakers, fraction, seed, purpose))];
    }

    private static IEnumerable<string> Draw(string[] speakers, double fraction, int seed, string purpose)
    {
        int count = speakers.Length == 1 ? 0 : Math.Clamp((int)Math.Round(fraction * speakers.Length), 1, speakers.Length - 1);
        return SeededOrder.Shuffle(speakers, seed, purpose, speaker => speaker).Take(count);
    }
}
