namespace EmoHRNet.Inference;

/// <summary>Turns a network's logits into probabilities: temperature, softmax, label priors. Thread-safe.</summary>
/// <param name="network">The network; not disposed.</param>
/// <param name="classCount">The number of logits per window.</param>
/// <param name="temperature">The divisor of the logits (temperature scaling, Guo et al., 2017), above 0.</param>
/// <param name="priors">The correction for label priors; null for none.</param>
public sealed class CalibratedNetwork(IEmotionNetwork network, int classCount, double temperature = 1, PriorCorrection? priors = null)
{
    /// <summary>The number of probabilities per window.</summary>
    public int ClassCount => classCount;

    /// <summary>Runs windows through the network.</summary>
    /// <param name="windows">The features, row-major [count, channels, bands, frames].</param>
    /// <param name="count">The number of windows, at least 1.</param>
    /// <param name="windowFrames">The frames of each window.</param>
    /// <returns>One row of probabilities per window, row-major [count, classes]; each row sums to 1.</returns>
    /// <inheritdoc cref="IEmotionNetwork.Run" path="/exception"/>
    public float[] Run(ReadOnlySpan<float> windows, int count, int windowFrames)
    {
        float[] rows = new float[count * classCount];
        network.Run(windows, count, windowFrames, rows);
        for (int row = 0; row < count; row++)
        {
            Softmax(rows.AsSpan(row * classCount, classCount));
        }

        priors?.Apply(rows);
        return rows;
    }

    private void Softmax(Span<float> row)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in row)
        {
            largest = Math.Max(largest, logit);
        }

        double sum = 0;
        foreach (float logit in row)
        {
            sum += Math.Exp((logit - largest) / temperature);
        }

        foreach (ref float logit in row)
        {
            logit = (float)(Math.Exp((logit - largest) / temperature) / sum);
        }
    }
}
