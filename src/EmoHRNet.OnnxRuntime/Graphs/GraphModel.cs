using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Format;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Makes a model of a graph: its weights, the versions of the format, who wrote it.</summary>
internal static class GraphModel
{
    /// <param name="writer">The nodes, and what they need of the weights.</param>
    /// <param name="tensors">The weights by name, all of them and none besides.</param>
    /// <param name="source">What the tensors come from, for messages.</param>
    /// <param name="irVersion">The version of the file format.</param>
    /// <param name="operatorSet">The version of the operators.</param>
    /// <exception cref="ModelFormatException">The tensors are not those of the network; those that differ are named.</exception>
    public static ModelProto Create(
        GraphWriter writer, IReadOnlyDictionary<string, StoredTensor> tensors, string source, long irVersion, long operatorSet)
    {
        GraphProto graph = writer.Graph;
        graph.Initializer.AddRange(writer.Weights.Fill(tensors, source));
        return new ModelProto
        {
            IrVersion = irVersion,
            ProducerName = "EmoHRNet",
            ProducerVersion = typeof(GraphModel).Assembly.GetName().Version?.ToString(3) ?? "",
            OpsetImport = { new OperatorSetIdProto { Version = operatorSet } },
            Graph = graph,
        };
    }

    /// <summary>Checks that a model fits into a file, which holds at most 2 GiB.</summary>
    /// <exception cref="BackendException">It does not.</exception>
    public static void RequireSize(ModelProto model, string source)
    {
        // CalculateSize counts in 32 bits, so it is asked for the weights one by one.
        long size = model.Graph.Initializer.Sum(tensor => (long)tensor.RawData.Length);
        if (size >= int.MaxValue - (1 << 26))
        {
            throw new BackendException(
                $"The network of '{source}' has {size} bytes of weights; ONNX holds at most 2 GiB in one file. Use the package EmoHRNet (TorchSharp).");
        }
    }
}
