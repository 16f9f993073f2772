using EmoHRNet.Audio.Randomness;
using EmoHRNet.Evaluation;

namespace EmoHRNet.Core.Tests.Evaluation;

/// <summary>Predictions whose true probabilities are known: logits are drawn, and the target is drawn from their softmax.</summary>
public static class SyntheticPredictions
{
    public static readonly string[] Labels = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"];

    /// <param name="temperature">The factor of the logits after the targets are drawn: the temperature that calibrates them.</param>
    public static IReadOnlyList<LabeledPrediction> Draw(int count, double temperature, int seed = 1, int speakers = 8)
    {
        RandomSource random = new(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double[] logits = [.. Labels.Select(_ => 3 * random.NextDouble() * random.NextDouble() * 2)];
            double[] truth = Softmax(logits, 1);
            double drawn = random.NextDouble();
            int target = 0;
            while (target < truth.Length - 1 && (drawn -= truth[target]) > 0)
            {
                target++;
            }

            return new LabeledPrediction($"clip-{i:0000}", $"speaker-{i % speakers:00}", target, [.. Softmax(logits, 1 / temperature).Select(each => (float)each)]);
        })];
    }

    public static double[] Softmax(double[] logits, double temperature)
    {
        double[] powers = [.. logits.Select(logit => Math.Exp(logit / temperature))];
        return [.. powers.Select(power => power / powers.Sum())];
    }
}
