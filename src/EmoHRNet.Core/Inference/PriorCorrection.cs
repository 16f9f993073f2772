using EmoHRNet.ModelFiles;

namespace EmoHRNet.Inference;

/// <summary>
/// Converts probabilities from the label priors of the training set to the priors expected in use (Saerens et al., "Adjusting the Outputs
/// of a Classifier to New a Priori Probabilities", Neural Computation 2002).
/// </summary>
/// <remarks>With equal priors, choosing the most probable label maximizes unweighted accuracy (Menon et al., ICLR 2021).</remarks>
public sealed class PriorCorrection
{
    private readonly float[]? _factors;

    /// <summary>Creates the correction.</summary>
    /// <param name="trained">The prior of each label in training; 0 for a label without training clips, which is never predicted.</param>
    /// <param name="expected">How often each label is expected, in any unit; null for equally often.</param>
    public PriorCorrection(IReadOnlyList<double> trained, IReadOnlyList<double>? expected = null)
    {
        double scale = expected?.Sum() ?? trained.Count;
        float[] factors = [.. trained.Select((before, label) => before > 0 ? (float)((expected?[label] ?? 1) / scale / before) : 0)];
        _factors = factors.Distinct().Count() > 1 ? factors : null;
    }

    /// <summary>Creates the correction for a model; null priors, trained or expected, mean equal priors.</summary>
    /// <param name="model">The model.</param>
    /// <param name="expected">How often each of its labels is expected, in any unit.</param>
    public static PriorCorrection For(ModelDescription model, IReadOnlyDictionary<string, double>? expected) =>
        new(ByLabel(model.Labels, model.LabelPriors), ByLabel(model.Labels, expected));

    /// <summary>Corrects rows of probabilities in place; each sums to 1 again.</summary>
    /// <param name="rows">One row per window, one probability per label.</param>
    public void Apply(Span<float> rows)
    {
        for (; _factors is not null && !rows.IsEmpty; rows = rows[_factors.Length..])
        {
            Apply(rows[.._factors.Length], _factors);
        }
    }

    private static double[] ByLabel(IReadOnlyList<string> labels, IReadOnlyDictionary<string, double>? priors) =>
        [.. labels.Select(label => priors is null ? 1.0 / labels.Count : priors.GetValueOrDefault(label))];

    private static void Apply(Span<float> row, float[] factors)
    {
        float sum = 0;
        for (int label = 0; label < row.Length; label++)
        {
            row[label] *= factors[label];
            sum += row[label];
        }

        foreach (ref float probability in row)
        {
            // The sum is 0 only if the network gives every expected label probability 0.
            probability = sum > 0 ? probability / sum : 1f / row.Length;
        }
    }
}
