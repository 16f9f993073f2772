using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Weights;
using Google.Protobuf;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Writes the nodes of a graph, one operator per method, and collects the weights that the nodes need.</summary>
internal sealed partial class GraphWriter
{
    private readonly GraphProto _graph = new() { Name = "EmoHRNet" };
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The weights that the nodes written so far need.</summary>
    public WeightPlan Weights { get; } = new();

    /// <summary>The graph without the weights.</summary>
    public GraphProto Graph => _graph;

    /// <summary>Declares the input: windows [N, channels, bands, frames].</summary>
    public Map Input(string name, int channels, MapSize? size)
    {
        _graph.Input.Add(Value(name, "N", channels, size is { } b ? b.Bands : "bands", size is { } f ? f.Frames : "frames"));
        return new Map(name, channels, size);
    }

    /// <summary>Declares the output: [N, count].</summary>
    public void Output(string name, int count) => _graph.Output.Add(Value(name, "N", count));

    /// <summary>Declares an input of any shape; dimensions are numbers, or names if known only when the graph runs.</summary>
    public string Declare(string name, params object[] dimensions)
    {
        _graph.Input.Add(Value(name, dimensions));
        return name;
    }

    /// <summary>Writes a node with one output.</summary>
    /// <returns>The output's name: the requested one, with a number appended if it is taken.</returns>
    public string Node(string operation, string[] inputs, string output, params AttributeProto[] attributes)
    {
        string name = Unique(output);
        _graph.Node.Add(new NodeProto { OpType = operation, Name = name, Input = { inputs }, Output = { name }, Attribute = { attributes } });
        return name;
    }

    private string Unique(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_names.Add(name); number++)
        {
            name = $"{wanted}_{number}";
        }

        return name;
    }

    /// <summary>A constant that is not a weight of the model, written once per name.</summary>
    public string Constant(string name, params long[] values) => Constant(name, () => Constants.Int64s(name, [values.Length], values));

    public string FloatConstant(string name, params float[] values) => Constant(name, () => Constants.Floats(name, [values.Length], values));

    public string Scalar(string name, long value) => Constant(name, () => Constants.Int64s(name, [], [value]));

    public string FloatScalar(string name, float value) => Constant(name, () => Constants.Floats(name, [], [value]));

    /// <summary>A constant of any shape, written once per name.</summary>
    public string Constant(string name, Func<TensorProto> create)
    {
        if (_names.Add(name))
        {
            _graph.Initializer.Add(create());
        }

        return name;
    }

    public static AttributeProto Ints(string name, params long[] values) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    public static AttributeProto Int(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static AttributeProto Text(string name, string value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    /// <param name="name">The value's name.</param>
    /// <param name="dimensions">Numbers, or names if known only when the graph runs.</param>
    private static ValueInfoProto Value(string name, params object[] dimensions) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)TensorProto.Types.DataType.Float,
                Shape = new TensorShapeProto { Dim = { dimensions.Select(Dimension) } },
            },
        },
    };

    private static TensorShapeProto.Types.Dimension Dimension(object dimension) =>
        dimension is int number ? new() { DimValue = number } : new() { DimParam = (string)dimension };
}
