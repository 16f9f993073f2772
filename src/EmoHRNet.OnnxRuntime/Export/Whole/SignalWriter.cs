using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Graphs;
using EmoHRNet.OnnxRuntime.Weights;
using static EmoHRNet.OnnxRuntime.Graphs.GraphWriter;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>The operators of the whole form, one per method. Values are given by their names in the graph; integers are 64-bit.</summary>
internal sealed class SignalWriter(GraphWriter writer)
{
    private const string Prefix = "whole/";

    /// <summary>An integer scalar.</summary>
    public string Whole(long value) => writer.Scalar($"{Prefix}int_{value}", value);

    /// <summary>A floating-point scalar.</summary>
    public string Number(double value)
    {
        float single = (float)value;
        return writer.FloatScalar($"{Prefix}float_{BitConverter.SingleToInt32Bits(single):x8}", single);
    }

    /// <summary>A constant of any shape.</summary>
    public string Table(string name, long[] shape, float[] values) => writer.Constant(Prefix + name, () => Constants.Floats(Prefix + name, shape, values));

    /// <summary>A constant list of integers.</summary>
    public string List(params long[] values) => writer.Constant($"{Prefix}list_{string.Join('_', values)}", values);

    public string Add(string a, string b) => Node("Add", [a, b]);

    public string Subtract(string a, string b) => Node("Sub", [a, b]);

    public string Multiply(string a, string b) => Node("Mul", [a, b]);

    /// <summary>The quotient; for integers, which must not be negative, rounded down.</summary>
    public string Divide(string a, string b) => Node("Div", [a, b]);

    public string Remainder(string a, string b) => Node("Mod", [a, b]);

    public string Minimum(string a, string b) => Node("Min", [a, b]);

    public string Maximum(string a, string b) => Node("Max", [a, b]);

    public string Absolute(string a) => Node("Abs", [a]);

    public string SquareRoot(string a) => Node("Sqrt", [a]);

    public string Logarithm(string a) => Node("Log", [a]);

    public string Exponential(string a) => Node("Exp", [a]);

    public string Cosine(string a) => Node("Cos", [a]);

    public string IsLess(string a, string b) => Node("Less", [a, b]);

    public string IsGreater(string a, string b) => Node("Greater", [a, b]);

    public string IsAtLeast(string a, string b) => Node("GreaterOrEqual", [a, b]);

    public string AreEqual(string a, string b) => Node("Equal", [a, b]);

    public string Both(string a, string b) => Node("And", [a, b]);

    public string Choose(string condition, string then, string otherwise) => Node("Where", [condition, then, otherwise]);

    public string ToFloat(string a) => Node("Cast", [a], Int("to", (long)TensorProto.Types.DataType.Float));

    /// <summary>The length of an axis, as a scalar.</summary>
    public string Length(string a, long axis) => Node("Gather", [Node("Shape", [a]), Whole(axis)], Int("axis", 0));

    public string Range(string start, string end) => Node("Range", [start, end, Whole(1)]);

    public string Unsqueeze(string a, long axis) => Node("Unsqueeze", [a, List(axis)]);

    /// <summary>One value repeated for every row, [rows, 1].</summary>
    public string Repeat(string value, string rows) => Node("Expand", [value, Join([Unsqueeze(rows, 0), List(1)], 0)]);

    public string Drop(string a, long axis) => Node("Squeeze", [a, List(axis)]);

    public string Transpose(string a, params long[] order) => Node("Transpose", [a], Ints("perm", order));

    public string Reshape(string a, params long[] shape) => Node("Reshape", [a, List(shape)]);

    public string Join(string[] parts, long axis) => Node("Concat", parts, Int("axis", axis));

    public string Product(string a, string b) => Node("MatMul", [a, b]);

    /// <summary>The sum over axes, which are kept with length 1.</summary>
    public string Sum(string a, params long[] axes) => Node("ReduceSum", [a, List(axes)], Int("keepdims", 1));

    /// <summary>The sum of squares over the last axis, which is removed.</summary>
    public string Power(string a) => Node("ReduceSumSquare", [a], Ints("axes", -1), Int("keepdims", 0));

    /// <summary>The largest value over an axis, which is kept with length 1.</summary>
    public string Largest(string a, long axis) => Node("ReduceMax", [a], Ints("axes", axis), Int("keepdims", 1));

    /// <summary>The largest of all values, as a scalar.</summary>
    public string Largest(string a) => Node("ReduceMax", [a], Int("keepdims", 0));

    /// <summary>The smallest value over an axis, which is kept with length 1.</summary>
    public string Smallest(string a, long axis) => Node("ReduceMin", [a], Ints("axes", axis), Int("keepdims", 1));

    /// <summary>Values [B, n, ...] at indices [B, m]: [B, m, ...].</summary>
    public string Pick(string values, string places) => Node("GatherND", [values, Unsqueeze(places, -1)], Int("batch_dims", 1));

    /// <summary>Values [a, b, ...] at index pairs [..., 2].</summary>
    public string PickPairs(string values, string pairs) => Node("GatherND", [values, pairs]);

    /// <summary>Slices along the first axis.</summary>
    public string PickSlices(string values, string places) => Node("Gather", [values, places], Int("axis", 0));

    /// <summary>The indices of the true values in [a, b], row by row, as pairs [n, 2].</summary>
    public string PlacesOf(string condition) => Transpose(Node("NonZero", [condition]), 1, 0);

    /// <summary>[B, n] with zeros before and after.</summary>
    public string Pad(string a, string before, string after) =>
        Node("Pad", [a, Join([List(0), Unsqueeze(before, 0), List(0), Unsqueeze(after, 0)], 0)], Text("mode", "constant"));

    /// <summary>The elements of an axis from start (inclusive) to end (exclusive); negative indices count from the end.</summary>
    public string Slice(string a, long start, long end, long axis = 1) => Node("Slice", [a, List(start), List(end), List(axis)]);

    /// <summary>The first <paramref name="length"/> elements of axis 1.</summary>
    public string Cut(string a, string length) => Node("Slice", [a, List(0), Unsqueeze(length, 0), List(1)]);

    /// <summary>The elements of axis 1 after the first <paramref name="count"/>.</summary>
    public string Skip(string a, string count) => Node("Slice", [a, Unsqueeze(count, 0), List(long.MaxValue), List(1)]);

    /// <summary>A convolution along the last axis, without padding after the end: [B, in, n] with [out, in, k].</summary>
    public string Convolve(string a, string kernel, long stride = 1, long padBefore = 0) =>
        Node("Conv", [a, kernel], Ints("strides", stride), Ints("pads", padBefore, 0));

    /// <summary>Spectra of the frames of real signals, [B, n] to [B, frames, bins, 2].</summary>
    public string Spectra(string signal, long hop, string window, long size) =>
        Node("STFT", [Unsqueeze(signal, -1), Whole(hop), window, Whole(size)], Int("onesided", 1));

    public string Softmax(string a) => Node("Softmax", [a], Int("axis", -1));

    /// <summary>Renames a value to the graph's output name.</summary>
    public void Name(string value, string output) => writer.Node("Identity", [value], output);

    private string Node(string operation, string[] inputs, params AttributeProto[] attributes) =>
        writer.Node(operation, inputs, Prefix + operation, attributes);
}
