using EmoHRNet.ModelFiles;

namespace EmoHRNet.Adaptation;

/// <summary>The last layer of a model with temperature and label prior correction folded in: its softmax is the prediction.</summary>
/// <param name="rows">For each label, the weights of the pooled features followed by the bias.</param>
internal sealed class ClassifierLayer(IReadOnlyList<double[]> rows)
{
    private const string WeightName = "classifier.weight";
    private const string BiasName = "classifier.bias";

    // The bias of a label that the model was never trained on; its probability rounds to 0 at every temperature.
    private const double NeverAnswered = -1e6;

    /// <summary>For each label, the weights of the pooled features followed by the bias.</summary>
    public IReadOnlyList<double[]> Rows => rows;

    /// <summary>The number of pooled features.</summary>
    public int FeatureCount => rows[0].Length - 1;

    /// <summary>The layer of a model.</summary>
    /// <exception cref="ModelFormatException">The model does not end in one linear layer under the names that this library writes.</exception>
    public static ClassifierLayer Of(StoredModel model)
    {
        ModelDescription description = model.Description;
        float[] weight = Tensor(model, WeightName).ToFloats();
        float[] bias = Tensor(model, BiasName).ToFloats();
        int features = FeatureCountOf(model);
        return new ClassifierLayer([.. description.Labels.Select((label, row) => new double[features + 1]).Select((values, row) =>
        {
            for (int i = 0; i < features; i++)
            {
                values[i] = weight[(row * features) + i] / description.Temperature;
            }

            values[features] = (bias[row] / description.Temperature) + Correction(description, description.Labels[row]);
            return values;
        })]);
    }

    /// <summary>A copy of the model whose logits are the pooled features: its last layer is the identity.</summary>
    /// <exception cref="ModelFormatException">The model does not end in one linear layer under the names that this library writes.</exception>
    public static StoredModel FeaturesOf(StoredModel model)
    {
        int features = FeatureCountOf(model);
        float[] identity = new float[features * features];
        for (int i = 0; i < features; i++)
        {
            identity[(i * features) + i] = 1;
        }

        ModelDescription description = model.Description with
        {
            Labels = [.. Enumerable.Range(0, features).Select(i => $"feature {i}")],
            Network = model.Description.Network with { ClassCount = features },
            Temperature = 1,
            LabelPriors = null,
        };
        return new StoredModel(description, WithLayer(model, identity, new float[features], features));
    }

    /// <summary>A copy of the model with this layer as its last one, equal priors and the given temperature.</summary>
    public StoredModel In(StoredModel model, double temperature) => new(
        model.Description with { Temperature = temperature, LabelPriors = null },
        WithLayer(model, [.. rows.SelectMany(row => row[..^1]).Select(value => (float)value)], [.. rows.Select(row => (float)row[^1])], rows.Count));

    /// <summary>The logits of the given labels for the pooled features of a window.</summary>
    public double[] Logits(double[] features, IReadOnlyList<int> labels) => [.. labels.Select(label =>
    {
        double[] row = rows[label];
        double sum = row[^1];
        for (int i = 0; i < features.Length; i++)
        {
            sum += row[i] * features[i];
        }

        return sum;
    })];

    private static double Correction(ModelDescription description, string label) =>
        description.LabelPriors is not { } priors ? 0
        : priors[label] > 0 ? -Math.Log(priors[label] * description.Labels.Count)
        : NeverAnswered;

    private static StoredTensor[] WithLayer(StoredModel model, float[] weight, float[] bias, int outputs) =>
    [
        .. model.Tensors.Select(tensor => tensor.Name switch
        {
            WeightName => StoredTensor.FromFloats(WeightName, [outputs, weight.Length / outputs], weight),
            BiasName => StoredTensor.FromFloats(BiasName, [outputs], bias),
            _ => tensor,
        }),
    ];

    private static int FeatureCountOf(StoredModel model)
    {
        int labels = model.Description.Labels.Count;
        return Tensor(model, WeightName).Shape is [long outputs, >= 2 and <= 100_000 and long features] && outputs == labels
            && Tensor(model, BiasName).Shape is [long biases] && biases == labels
            ? (int)features
            : throw new ModelFormatException(
                $"The last layer cannot be refitted: found '{WeightName}' [{string.Join(", ", Tensor(model, WeightName).Shape)}] and '{BiasName}' "
                + $"[{string.Join(", ", Tensor(model, BiasName).Shape)}]; expected [{labels}, features] and [{labels}] with 2 to 100,000 features.");
    }

    private static StoredTensor Tensor(StoredModel model, string name) =>
        model.Tensors.FirstOrDefault(tensor => tensor.Name == name)
        ?? throw new ModelFormatException($"The model has no tensor '{name}'; expected one linear layer at the end, as this library writes it.");
}
