namespace EmoHRNet.Evaluation;

/// <summary>Converts probabilities to logarithms and back. They differ from logits by a constant that softmax cancels.</summary>
internal static class LogProbabilities
{
    // The logarithm of 0 would outweigh all other windows and models.
    private const double SmallestProbability = 1e-12;

    public static double Of(float probability) => Math.Log(Math.Max(SmallestProbability, probability));

    public static float[] Softmax(IReadOnlyList<double> logits)
    {
        double highest = logits.Max();
        double sum = logits.Sum(each => Math.Exp(each - highest));
        return [.. logits.Select(each => (float)(Math.Exp(each - highest) / sum))];
    }
}
