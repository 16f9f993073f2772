using EmoHRNet.Audio.Randomness;
using EmoHRNet.Corpora;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>Draws clips at random, equally many of each emotion as far as it has them.</summary>
internal static class ClipSample
{
    public const int Seed = 1;

    /// <param name="utterances">The clips to draw from.</param>
    /// <param name="count">How many to draw at most; at least one of each emotion.</param>
    /// <param name="map">The label map for the model; null if the clips have their final labels.</param>
    /// <returns>At most <paramref name="count"/> clips in their order; all clips of an emotion that has too few.</returns>
    /// <exception cref="ArgumentException">There are more emotions than clips to draw.</exception>
    public static IReadOnlyList<Utterance> Of(IReadOnlyList<Utterance> utterances, int count, LabelMap? map)
    {
        Utterance[][] emotions = [.. utterances.GroupBy(utterance => Label(utterance, map)).OrderBy(emotion => emotion.Key, StringComparer.Ordinal).Select(emotion => emotion.ToArray())];
        int share = count / emotions.Length;
        if (share == 0)
        {
            throw new ArgumentException($"--sample {count} is less than one clip for each of the {emotions.Length} emotions.");
        }

        for (int i = 0; i < emotions.Length; i++)
        {
            RandomSource.For(Seed, 0, i).Shuffle(emotions[i]);
        }

        HashSet<Utterance> drawn = [.. emotions.SelectMany(emotion => emotion.Take(share))];
        return [.. utterances.Where(drawn.Contains)];
    }

    /// <summary>The emotion that is evaluated.</summary>
    public static string Label(Utterance utterance, LabelMap? map) => map?[utterance.Emotion] ?? utterance.Emotion;
}
