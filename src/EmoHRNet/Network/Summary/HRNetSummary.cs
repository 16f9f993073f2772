namespace EmoHRNet.Network.Summary;

/// <summary>
/// The layers, parameters and multiply-adds of a network for one clip, found by running it on the meta device: no weights are allocated.
/// </summary>
public sealed class HRNetSummary
{
    internal HRNetSummary(HRNetOptions options, int bands, int frames, IReadOnlyList<LayerSummary> layers) =>
        (Options, Bands, Frames, Layers) = (options, bands, frames, layers);

    /// <summary>The network.</summary>
    public HRNetOptions Options { get; }

    /// <summary>Mel bands of the input.</summary>
    public int Bands { get; }

    /// <summary>Frames of the input.</summary>
    public int Frames { get; }

    /// <summary>Every convolution, normalization and fully connected layer, in order of execution.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>All parameters.</summary>
    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>All multiply-adds for one clip.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>Summarizes a network for one input size.</summary>
    /// <param name="options">The network; checked first.</param>
    /// <param name="bands">Mel bands of the input, at least 1.</param>
    /// <param name="frames">Frames of the input, at least 1.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">The options are not valid; all problems are named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The input has no band or no frame.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded.</exception>
    public static HRNetSummary Create(HRNetOptions options, int bands, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return new HRNetSummary(options, bands, frames, LayerTrace.Run(options, bands, frames));
    }

    /// <summary>The layers grouped into parts: stem, branches, exchanges, head.</summary>
    public IReadOnlyList<LayerSummary> Parts() => LayerGroups.Group(Layers);

    /// <summary>A table of the parts with totals.</summary>
    public override string ToString() => SummaryTable.Write(this, Parts());

    /// <summary>A table of every layer with totals.</summary>
    public string ToDetailedString() => SummaryTable.Write(this, Layers);

    /// <summary>The network as a Mermaid flowchart, in the style of the paper's Figure 2: stages from left to right, resolutions from top
    /// to bottom.</summary>
    public string ToMermaid() => MermaidPicture.Draw(this);
}
