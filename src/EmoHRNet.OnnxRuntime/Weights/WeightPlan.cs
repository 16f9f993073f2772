using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Format;

namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>
/// The weights that a graph needs from a model file. Nodes are written first and register what they need; then all tensors are checked, and
/// only then is any number read.
/// </summary>
internal sealed class WeightPlan
{
    private readonly List<ConvolutionWeights> _convolutions = [];
    private readonly List<ExpectedTensor> _copies = [];

    /// <summary>All distinct tensors that the network needs.</summary>
    public IReadOnlyDictionary<string, ExpectedTensor> Expected
    {
        get
        {
            Dictionary<string, ExpectedTensor> expected = new(StringComparer.Ordinal);
            foreach (ExpectedTensor tensor in _copies.Concat(_convolutions.SelectMany(TensorsOf)))
            {
                expected[tensor.Name] = tensor;
            }

            return expected;
        }
    }

    public void Add(ConvolutionWeights convolution) => _convolutions.Add(convolution);

    /// <summary>Registers a tensor that is copied into the graph unchanged.</summary>
    public void Copy(string name, params long[] shape) => _copies.Add(new ExpectedTensor(name, IsInteger: false, shape));

    /// <summary>The constants of the graph.</summary>
    /// <param name="tensors">The tensors of the model.</param>
    /// <param name="source">The origin of the tensors, for messages.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit the network; the message names those that differ.</exception>
    public IEnumerable<TensorProto> Fill(IReadOnlyDictionary<string, StoredTensor> tensors, string source)
    {
        TensorCheck.Check(Expected, tensors.ToDictionary(tensor => tensor.Key, tensor => (tensor.Value.Type, tensor.Value.Shape)), source);
        return _convolutions.SelectMany(convolution => BatchNormFolding.Fold(convolution, tensors))
            .Concat(_copies.Select(copy => Constants.Floats(copy.Name, copy.Shape, tensors[copy.Name].ToFloats())));
    }

    private static IEnumerable<ExpectedTensor> TensorsOf(ConvolutionWeights convolution)
    {
        (string name, int inputs, int outputs, int kernel) = convolution;
        yield return new(name + ".weight", IsInteger: false, outputs, inputs, kernel, kernel);
        if (convolution.HasBias)
        {
            yield return new(name + ".bias", IsInteger: false, outputs);
        }

        if (convolution.Norm is { } norm)
        {
            foreach (string part in (string[])["weight", "bias", "running_mean", "running_var"])
            {
                yield return new($"{norm}.{part}", IsInteger: false, outputs);
            }

            yield return new(norm + ".num_batches_tracked", IsInteger: true);
        }
    }
}
