using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes the steps from logits of windows to probabilities of clips: temperature, softmax, priors, mean over windows.</summary>
internal sealed class AnswerGraph(SignalWriter signal, ModelDescription model, IReadOnlyDictionary<string, double>? labelPriors)
{
    /// <returns>The name of the probabilities, [B, classes].</returns>
    public string Write(string logits, Windows windows, string samples)
    {
        string probabilities = Correct(signal.Softmax(signal.Multiply(logits, signal.Number(1 / model.Temperature))));
        string clips = signal.Unsqueeze(signal.Range(signal.Whole(0), signal.Length(samples, 0)), 1);
        string belongs = signal.ToFloat(signal.AreEqual(clips, signal.Unsqueeze(windows.Clips, 0)));
        return signal.Divide(signal.Product(belongs, probabilities), signal.ToFloat(windows.Counts));
    }

    private string Correct(string probabilities)
    {
        float[] factors = [.. Enumerable.Repeat(1f / model.Labels.Count, model.Labels.Count)];
        // Applied to equal probabilities, the correction returns its factors, up to a common one.
        PriorCorrection.For(model, labelPriors).Apply(factors);
        if (factors.Distinct().Count() == 1)
        {
            return probabilities;
        }

        string weighted = signal.Multiply(probabilities, signal.Table("prior_factors", [factors.Length], factors));
        string sum = signal.Sum(weighted, 1);
        string share = signal.Divide(weighted, signal.Maximum(sum, signal.Number(1e-38)));
        return signal.Choose(signal.IsGreater(sum, signal.Number(0)), share, signal.Number(1.0 / factors.Length));
    }
}
