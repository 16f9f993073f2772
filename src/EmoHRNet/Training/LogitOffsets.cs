namespace EmoHRNet.Training;

/// <summary>The offsets that <see cref="ClassBalance.AdjustedLogits"/> adds to the logits of an utterance: the logarithms of its corpus's label shares.</summary>
internal sealed class LogitOffsets
{
    // The share of a corpus that is spread over all labels, so that a missing label is unlikely there but not impossible.
    private const double Spread = 0.1;

    private readonly double[][] _shares;
    private readonly int[] _corpusOf;

    private LogitOffsets(double[][] shares, int[] corpusOf) => (_shares, _corpusOf) = (shares, corpusOf);

    /// <param name="labels">The label of every utterance.</param>
    /// <param name="corpora">The utterances of each corpus.</param>
    /// <param name="classCount">The number of labels.</param>
    public static LogitOffsets Of(IReadOnlyList<int> labels, CorpusGroups corpora, int classCount)
    {
        int[] corpusOf = new int[labels.Count];
        double[][] shares = new double[corpora.Count][];
        for (int corpus = 0; corpus < corpora.Count; corpus++)
        {
            double[] row = new double[classCount];
            Array.Fill(row, Spread / classCount);
            foreach (int utterance in corpora[corpus])
            {
                corpusOf[utterance] = corpus;
                row[labels[utterance]] += (1 - Spread) / corpora[corpus].Count;
            }

            shares[corpus] = row;
        }

        return new LogitOffsets(shares, corpusOf);
    }

    /// <summary>The offsets of a batch in which every utterance is mixed with the next: the logarithm of the mixed shares.</summary>
    /// <param name="members">The utterances.</param>
    /// <param name="weight">The weight of each against the next one.</param>
    public float[] Of(ArraySegment<int> members, double weight)
    {
        int classCount = _shares[0].Length;
        float[] offsets = new float[members.Count * classCount];
        for (int i = 0; i < members.Count; i++)
        {
            double[] own = _shares[_corpusOf[members[i]]];
            double[] next = _shares[_corpusOf[members[(i + 1) % members.Count]]];
            for (int k = 0; k < classCount; k++)
            {
                offsets[(i * classCount) + k] = (float)Math.Log((weight * own[k]) + ((1 - weight) * next[k]));
            }
        }

        return offsets;
    }
}
