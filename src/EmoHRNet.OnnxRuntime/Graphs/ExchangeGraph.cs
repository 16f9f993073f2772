using EmoHRNet.OnnxRuntime.Weights;

namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>
/// Writes the connections between branches: transitions between stages, and the exchange after a module in which each branch receives the
/// others.
/// </summary>
/// <param name="writer">Receives the nodes.</param>
internal sealed class ExchangeGraph(GraphWriter writer)
{
    /// <summary>
    /// The branches of the next stage: an existing one changes its width where necessary, a new one is computed from the lowest resolution
    /// by strided convolutions.
    /// </summary>
    public Map[] Transition(Map[] branches, string name, IReadOnlyList<int> channels) =>
        [.. channels.Select((count, i) => i < branches.Length ? Widen(branches[i], $"{name}.{i}", count) : Lower(branches, i, $"{name}.{i}", count))];

    /// <summary>The branches after a module's exchange (<c>fuse_layers</c> in the reference).</summary>
    public Map[] Exchange(Map[] branches, string name) => branches.Length == 1
        ? branches
        : [.. branches.Select((_, to) => Receive(branches, to, $"{name}.{to}"))];

    private Map Receive(Map[] branches, int to, string name)
    {
        Map sum = branches[to];
        for (int from = 0; from < to; from++)
        {
            sum = writer.Add(Down(branches[from], to - from, branches[to].Channels, $"{name}.{from}"), sum);
        }

        Map[] coarser = [.. Enumerable.Range(to + 1, branches.Length - to - 1).Select(from =>
            ConvBn(branches[from], $"{name}.{from}", branches[to].Channels, kernel: 1, stride: 1))];
        return writer.Rectify(BranchSum.Add(writer, sum, coarser));
    }

    /// <summary>A sequence of strided convolutions; all except the last keep the width and are followed by ReLU.</summary>
    private Map Down(Map branch, int steps, int channels, string name)
    {
        for (int step = 0; step < steps - 1; step++)
        {
            branch = writer.Rectify(ConvBn(branch, $"{name}.{step}", branch.Channels, kernel: 3, stride: 2));
        }

        return ConvBn(branch, $"{name}.{steps - 1}", channels, kernel: 3, stride: 2);
    }

    private Map Widen(Map branch, string name, int channels) => branch.Channels == channels
        ? branch
        : writer.Rectify(ConvBn(branch, name, channels, kernel: 3, stride: 1));

    private Map Lower(Map[] branches, int branch, string name, int channels)
    {
        Map lowest = branches[^1];
        return writer.Rectify(Down(lowest, branch - branches.Length + 1, channels, name));
    }

    private Map ConvBn(Map input, string name, int outputs, int kernel, int stride) => writer.Convolve(
        input, new ConvolutionWeights(name + ".0", input.Channels, outputs, kernel) { Norm = name + ".1" }, stride, stride);
}
