using EmoHRNet.Splits;

namespace EmoHRNet.Training;

/// <summary>The target distribution of every utterance, with label smoothing, class weights and mixup, so that one loss covers them all.</summary>
/// <remarks>
/// With targets t and network output p the loss is −Σ t·log p over a batch, divided by its size. Smoothing, weights and
/// mixup are linear in t, so they can be combined freely.
/// </remarks>
internal sealed class SoftTargets
{
    private readonly float[][] _rows;
    private readonly float[] _nothing;

    public SoftTargets(int classCount, double labelSmoothing, IReadOnlyList<double>? classWeights = null)
    {
        ClassCount = classCount;
        _rows = new float[classCount][];
        _nothing = new float[classCount];
        for (int label = 0; label < classCount; label++)
        {
            _rows[label] = Row(classCount, label, labelSmoothing, classWeights);
        }
    }

    public int ClassCount { get; }

    /// <summary>Inverse class frequencies, scaled so that an utterance's mean weight is 1; a class without utterances weighs 0.</summary>
    public static double[] InverseFrequencyWeights(IReadOnlyList<int> labels, int classCount)
    {
        int[] counts = new int[classCount];
        foreach (int label in labels)
        {
            counts[label]++;
        }

        int present = counts.Count(c => c > 0);
        return [.. counts.Select(c => c == 0 ? 0.0 : (double)labels.Count / (present * c))];
    }

    /// <summary>The share of each label in the loss; they sum to 1, and a label without utterances has 0.</summary>
    public static double[] LabelPriors(SplitPart training, TrainingOptions options)
    {
        IReadOnlyList<int> counts = training.CountByClass();
        double present = counts.Count(count => count > 0);
        return options.ClassBalance == ClassBalance.None
            ? [.. counts.Select(count => (double)count / training.Count)]
            : [.. counts.Select(count => count > 0 ? 1 / present : 0)];
    }

    /// <summary>
    /// Writes the targets of one utterance, or of two mixed with weights <paramref name="first"/> and 1 − <paramref name="first"/>. A label
    /// below 0 is unknown and gives zeros.
    /// </summary>
    public void Write(Span<float> destination, int label, int otherLabel, float first)
    {
        ReadOnlySpan<float> a = label < 0 ? _nothing : _rows[label];
        ReadOnlySpan<float> b = otherLabel < 0 ? _nothing : _rows[otherLabel];
        for (int k = 0; k < ClassCount; k++)
        {
            destination[k] = (first * a[k]) + ((1 - first) * b[k]);
        }
    }

    private static float[] Row(int classCount, int label, double smoothing, IReadOnlyList<double>? weights)
    {
        float[] row = new float[classCount];
        Array.Fill(row, (float)(smoothing / classCount));
        row[label] += (float)(1 - smoothing);
        double weight = weights?[label] ?? 1;
        for (int k = 0; k < classCount; k++)
        {
            row[k] = (float)(row[k] * weight);
        }

        return row;
    }
}
