namespace EmoHRNet.Evaluation;

/// <summary>How often each true class (row) was predicted as each class (column).</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    /// <summary>Creates an empty matrix.</summary>
    /// <param name="labels">The classes in order; at least one.</param>
    public ConfusionMatrix(IReadOnlyList<string> labels)
    {
        ArgumentOutOfRangeException.ThrowIfZero(labels.Count, nameof(labels));
        Labels = [.. labels];
        _counts = new int[labels.Count, labels.Count];
    }

    /// <summary>The classes in order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The number of utterances counted.</summary>
    public int Total { get; private set; }

    /// <summary>How many utterances of class <paramref name="actual"/> were predicted as <paramref name="predicted"/>.</summary>
    public int this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>Counts the predictions of a set.</summary>
    /// <param name="labels">The classes in order.</param>
    /// <param name="targets">The true class numbers.</param>
    /// <param name="predictions">The predicted class numbers, as many as targets.</param>
    public static ConfusionMatrix Count(IReadOnlyList<string> labels, IReadOnlyList<int> targets, IReadOnlyList<int> predictions)
    {
        if (targets.Count != predictions.Count)
        {
            throw new ArgumentException($"{predictions.Count} predictions for {targets.Count} targets; expected as many.", nameof(predictions));
        }

        ConfusionMatrix matrix = new(labels);
        for (int i = 0; i < targets.Count; i++)
        {
            matrix.Add(targets[i], predictions[i]);
        }

        return matrix;
    }

    /// <summary>Counts one prediction.</summary>
    /// <param name="actual">The true class number.</param>
    /// <param name="predicted">The predicted class number.</param>
    public void Add(int actual, int predicted)
    {
        CheckClass(actual, nameof(actual));
        CheckClass(predicted, nameof(predicted));
        _counts[actual, predicted]++;
        Total++;
    }

    /// <summary>How many utterances belong to a class.</summary>
    public int ActualCount(int label) => Enumerable.Range(0, Labels.Count).Sum(predicted => _counts[label, predicted]);

    /// <summary>How many utterances were predicted as a class.</summary>
    public int PredictedCount(int label) => Enumerable.Range(0, Labels.Count).Sum(actual => _counts[actual, label]);

    /// <summary>The rows as arrays: <c>rows[actual][predicted]</c>.</summary>
    public int[][] ToRows() =>
        [.. Enumerable.Range(0, Labels.Count).Select(row => Enumerable.Range(0, Labels.Count).Select(column => _counts[row, column]).ToArray())];

    private void CheckClass(int label, string name)
    {
        if ((uint)label >= (uint)Labels.Count)
        {
            throw new ArgumentOutOfRangeException(name, label, $"A class number is 0 to {Labels.Count - 1}.");
        }
    }
}
