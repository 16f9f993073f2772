using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Draws stratified parts: every class has its share.</summary>
internal static class Stratification
{
    /// <summary>Takes a share of every class, keeping all clips of a recording together.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="utterances">The utterances to draw from.</param>
    /// <param name="fraction">The share to take, above 0 and below 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What the draw is for.</param>
    /// <returns>The utterances taken and those that remain.</returns>
    /// <exception cref="CorpusException">A class has too few recordings to be in both parts.</exception>
    public static (IReadOnlyList<Utterance> Taken, IReadOnlyList<Utterance> Remaining) Take(
        Corpus corpus, IReadOnlyList<Utterance> utterances, double fraction, int seed, string purpose)
    {
        List<Utterance> taken = [];
        List<Utterance> rest = [];
        double shareSoFar = 0;
        foreach (IReadOnlyList<SplitGroup> ofClass in ByClass(corpus, utterances))
        {
            int clips = ofClass.Sum(group => group.Utterances.Count);
            // Rounding the running sum instead of each class keeps the whole part at its share, too.
            double share = shareSoFar + (fraction * clips);
            int wanted = Math.Max(1, (int)Math.Round(share) - (int)Math.Round(shareSoFar));
            shareSoFar = share;
            TakeClass(corpus, SeededOrder.Shuffle(ofClass, seed, purpose, group => group.Name), wanted, purpose, taken, rest);
        }

        return (taken, rest);
    }

    /// <summary>Distributes every class evenly over folds, keeping all clips of a recording together.</summary>
    /// <exception cref="CorpusException">A class has fewer recordings than there are folds.</exception>
    public static IReadOnlyList<IReadOnlyList<Utterance>> Deal(Corpus corpus, int folds, int seed)
    {
        List<Utterance>[] parts = [.. Enumerable.Range(0, folds).Select(_ => new List<Utterance>())];
        foreach (IReadOnlyList<SplitGroup> ofClass in ByClass(corpus, corpus.Utterances))
        {
            if (ofClass.Count < folds)
            {
                throw new CorpusException(
                    $"{corpus.Name}: the class '{ofClass[0].Emotion}' has {ofClass.Count} recordings, fewer than the {folds} folds asked for. "
                    + "Use fewer folds or leave the class out.");
            }

            int[] ofClassPerFold = new int[folds];
            foreach (SplitGroup group in SeededOrder.Shuffle(ofClass, seed, "folds", group => group.Name))
            {
                int fold = Enumerable.Range(0, folds).MinBy(each => (ofClassPerFold[each], parts[each].Count, each));
                ofClassPerFold[fold] += group.Utterances.Count;
                parts[fold].AddRange(group.Utterances);
            }
        }

        return parts;
    }

    private static IEnumerable<IReadOnlyList<SplitGroup>> ByClass(Corpus corpus, IReadOnlyList<Utterance> utterances)
    {
        ILookup<string, SplitGroup> groups = SplitGroup.ByRecording(corpus, utterances).ToLookup(group => group.Emotion);
        SplitRequirements.AtLeastTwoClasses(corpus, groups.Count);
        return corpus.Labels.Where(groups.Contains).Select(label => groups[label].ToArray());
    }

    private static void TakeClass(
        Corpus corpus, IReadOnlyList<SplitGroup> shuffled, int wanted, string purpose, List<Utterance> taken, List<Utterance> rest)
    {
        if (shuffled.Count < 2)
        {
            throw new CorpusException(
                $"{corpus.Name}: the class '{shuffled[0].Emotion}' has {shuffled.Count} recording left to draw the {purpose} part from; "
                + "each class needs at least 2. Record more, or leave the class out.");
        }

        int count = 0;
        for (int i = 0; i < shuffled.Count; i++)
        {
            // Keep the last one: a class that is only in the test part cannot be learned.
            bool take = count + shuffled[i].Utterances.Count <= wanted && i < shuffled.Count - 1;
            (take ? taken : rest).AddRange(shuffled[i].Utterances);
            count += take ? shuffled[i].Utterances.Count : 0;
        }
    }
}
