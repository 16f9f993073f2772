using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Draws a share of the speakers of every corpus: where several were made one, each is in both parts.</summary>
internal static class SpeakerDraw
{
    /// <param name="utterances">Utterances of two or more speakers.</param>
    /// <param name="fraction">The share to draw; at least one speaker of a corpus is drawn and one is left, unless it has only one.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What is drawn; draws of different purposes are unrelated.</param>
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
