using EmoHRNet.OnnxRuntime.Format;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <remarks>
/// Each position of a finer axis takes the value at ⌊position · coarse / fine⌋ of the coarser one, where PyTorch first rounds the factor to
/// single precision. This matters for the few sizes (122 from 16) for which the product is an integer: ONNX's Resize divides instead and
/// takes another value. So Resize is used where sizes divide each other; otherwise values are gathered by these indices.
/// </remarks>
internal sealed partial class GraphWriter
{
    private const int BandAxis = 2;
    private const int FrameAxis = 3;

    private readonly Dictionary<(int From, int To, int Axis), string> _indices = [];
    private readonly Dictionary<(int Level, int Axis), string> _lengths = [];

    /// <summary>
    /// Nearest-neighbor upsampling to the size of another map with the same number of channels; a map of that size is returned unchanged.
    /// </summary>
    public Map Upsample(Map map, Map target)
    {
        string name = (map.Size, target.Size) switch
        {
            ({ } from, { } to) when from == to => map.Name,
            ({ } from, { } to) when from.Divides(to) => Repeat(map.Name, to.Bands / from.Bands, to.Frames / from.Frames),
            ({ } from, { } to) => Select(Select(map.Name, BandAxis, from.Bands, to.Bands), FrameAxis, from.Frames, to.Frames),
            _ => Select(Select(map.Name, BandAxis, Indices(map, target, BandAxis)), FrameAxis, Indices(map, target, FrameAxis)),
        };
        return map with { Name = name, Size = target.Size, Level = target.Level };
    }

    private string Repeat(string map, int bands, int frames) => Node(
        "Resize",
        [map, "", FloatConstant($"scales_{bands}x{frames}", 1, 1, bands, frames)],
        map + "/up",
        Text("mode", "nearest"),
        Text("coordinate_transformation_mode", "asymmetric"),
        Text("nearest_mode", "floor"));

    private string Select(string map, int axis, string indices) => Node("Gather", [map, indices], map + "/up", Int("axis", axis));

    private string Select(string map, int axis, int from, int to) =>
        from == to ? map : Select(map, axis, Constant($"nearest_{from}_of_{to}", NearestIndices(from, to)));

    private static long[] NearestIndices(int from, int to)
    {
        float factor = (float)from / to;
        return [.. Enumerable.Range(0, to).Select(place => Math.Min((long)MathF.Floor(place * factor), from - 1))];
    }

    /// <summary>The same indices, computed when the graph runs, once per pair of levels.</summary>
    private string Indices(Map map, Map target, int axis)
    {
        (int, int, int) key = (map.Level, target.Level, axis);
        if (!_indices.TryGetValue(key, out string? indices))
        {
            string name = $"nearest_{map.Level}_of_{target.Level}_{axis}";
            string length = Length(target, axis);
            string factor = Node("Div", [Length(map, axis), length], name + "/factor");
            string places = Node("Range", [FloatScalar("zero", 0), length, FloatScalar("one", 1)], name + "/places");
            string exact = Node("Mul", [places, factor], name + "/exact");
            indices = Node("Cast", [Node("Floor", [exact], name + "/floor")], name, Int("to", (long)TensorProto.Types.DataType.Int64));
            _indices.Add(key, indices);
        }

        return indices;
    }

    private string Length(Map map, int axis)
    {
        (int, int) key = (map.Level, axis);
        if (!_lengths.TryGetValue(key, out string? length))
        {
            string name = $"length_{map.Level}_{axis}";
            string shape = Node("Shape", [map.Name], name + "/shape");
            string whole = Node("Gather", [shape, Scalar($"axis_{axis}", axis)], name + "/whole", Int("axis", 0));
            length = Node("Cast", [whole], name, Int("to", (long)TensorProto.Types.DataType.Float));
            _lengths.Add(key, length);
        }

        return length;
    }
}
