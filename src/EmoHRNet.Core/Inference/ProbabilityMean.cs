namespace EmoHRNet.Inference;

/// <summary>Averages rows of probabilities: over the windows of a clip, neighboring windows, the parts of a segment, or models.</summary>
public static class ProbabilityMean
{
    /// <summary>The mean of consecutive rows.</summary>
    /// <param name="rows">One or more complete rows, row-major.</param>
    /// <param name="classCount">The number of probabilities in a row.</param>
    /// <returns>One probability for each class.</returns>
    /// <exception cref="ArgumentException">There is no row, or a row is incomplete.</exception>
    public static float[] Of(ReadOnlySpan<float> rows, int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        if (rows.IsEmpty || rows.Length % classCount != 0)
        {
            throw new ArgumentException($"Found {rows.Length} probabilities; expected whole rows of {classCount}.", nameof(rows));
        }

        double[] sums = new double[classCount];
        for (int i = 0; i < rows.Length; i++)
        {
            sums[i % classCount] += rows[i];
        }

        int count = rows.Length / classCount;
        return Array.ConvertAll(sums, sum => (float)(sum / count));
    }

    /// <summary>The mean of rows.</summary>
    /// <param name="rows">The rows, at least one, all with the same classes.</param>
    /// <returns>One probability for each class.</returns>
    public static float[] Of(IReadOnlyList<IReadOnlyList<float>> rows) => Of([.. rows.SelectMany(row => row)], rows[0].Count);
}
